"""Quiet turns of the event loop, and who gets them."""

from __future__ import annotations

import asyncio

from glossary_tui.tui.quiet import KEY, ONLOOKER, PAINTING, when_quiet

PATIENCE = 1_000.0


async def test_keys_go_before_painting_and_painting_before_who_looks_on():
    done = []
    when_quiet(ONLOOKER, lambda: done.append("look"), PATIENCE)
    when_quiet(PAINTING, lambda: done.append("paint"), PATIENCE)
    when_quiet(KEY, lambda: done.append("key"), PATIENCE)
    is_over = asyncio.Event()
    when_quiet(ONLOOKER, is_over.set, PATIENCE)
    await is_over.wait()
    assert done == ["key", "paint", "look"]


async def test_what_follows_is_done_first_however_long_the_chain():
    done: list[object] = []
    is_over = asyncio.Event()

    async def chain():
        for link in range(20):
            await asyncio.sleep(0)
            done.append(link)

    task = asyncio.create_task(chain())
    when_quiet(KEY, lambda: done.append("key"), PATIENCE)
    when_quiet(PAINTING, is_over.set, PATIENCE)
    await is_over.wait()
    await task
    assert done == [*range(20), "key"]


async def test_where_it_is_never_quiet_patience_ends():
    done = asyncio.Event()
    when_quiet(PAINTING, done.set, 0.0)
    turns = 0
    while not done.is_set():
        await asyncio.sleep(0)  # this alone keeps the loop from being quiet
        turns += 1
    assert turns < 5


async def test_what_is_asked_for_meanwhile_has_its_turn_too():
    done, is_over = [], asyncio.Event()

    def key():
        done.append("key")
        if len(done) < 3:
            when_quiet(KEY, key, PATIENCE)
        else:
            when_quiet(KEY, is_over.set, PATIENCE)

    when_quiet(KEY, key, PATIENCE)
    await is_over.wait()
    assert done == ["key"] * 3
