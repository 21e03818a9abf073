using Orrery.Kernel.State;

namespace Orrery.Tests.Kernel.State;

public sealed class LastWrittenTests
{
    private readonly LastWritten _last = new();

    [Fact]
    public void The_four_records_written_last_are_known_by_themselves_and_not_by_what_they_say()
    {
        var notes = Enumerable.Range(0, 6).Select(i => new NoteRecord(new("n"), $"{i}")).ToList();
        Assert.Null(_last.Find(notes[0]));
        foreach (var note in notes)
            _last.Add(note, [(byte)note.Text[0]]);
        Assert.Equal("--2345", string.Concat(notes.Select(note => _last.Find(note) is [var unit] ? (char)unit : '-')));
        Assert.Null(_last.Find(notes[5] with { }));
    }

    [Fact]
    public void A_large_one_is_not_held_and_displaces_none()
    {
        var (small, large) = (new NoteRecord(new("n"), "s"), new NoteRecord(new("n"), "l"));
        _last.Add(small, [1]);
        for (var i = 0; i < 4; i++)
            _last.Add(large, new byte[16 * 1024 + 1]);
        Assert.Null(_last.Find(large));
        Assert.Equal([1], _last.Find(small)!);
    }
}
