using System.Buffers;

namespace Orrery.Engines.Policies.Patterns;

/// <summary>A text that is put together on the stack, and in a rented array where it is long.</summary>
internal ref struct RenderedText
{
    private Span<char> _chars;
    private char[]? _rented;
    private int _length;

    /// <summary>Starts with room on the stack.</summary>
    public RenderedText(Span<char> room) => _chars = room;

    /// <summary>What was put together.</summary>
    public readonly ReadOnlySpan<char> Text => _chars[.._length];

    /// <summary>Adds a text as it is.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > _chars.Length) Grow(text.Length);
        text.CopyTo(_chars[_length..]);
        _length += text.Length;
    }

    /// <summary>Adds the value of a variable: no character of it is a wildcard.</summary>
    public void AddValue(ReadOnlySpan<char> value)
    {
        var start = _length;
        Add(value);
        var added = _chars[start.._length];
        added.Replace(Wild.Many, '\uFFFD');
        added.Replace(Wild.One, '\uFFFD');
    }

    /// <summary>Gives the rented array back.</summary>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
        _rented = null;
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, _length + by));
        Text.CopyTo(larger);
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
        _chars = _rented = larger;
    }
}
