namespace Orrery.Stores.Contents;

/// <summary>Bytes in pages, so that what grows is never copied. Written by one, and then read by many.</summary>
internal sealed class MemoryPages
{
    private const int PageSize = 64 * 1024;
    private readonly List<byte[]> _pages = [];

    /// <summary>The number of bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = (int)(Length % PageSize);
            if (at == 0) _pages.Add(new byte[PageSize]);
            var count = Math.Min(bytes.Length, PageSize - at);
            bytes[..count].CopyTo(_pages[^1].AsSpan(at));
            bytes = bytes[count..];
            Length += count;
        }
    }

    /// <summary>Ends writing: the last page takes no more room than it needs.</summary>
    public void Trim()
    {
        if (Length % PageSize != 0) _pages[^1] = _pages[^1][..(int)(Length % PageSize)];
    }

    /// <summary>Reads at a place; 0 at the end.</summary>
    public int Read(Span<byte> into, long at)
    {
        var read = 0;
        while (read < into.Length && at < Length)
        {
            var from = (int)(at % PageSize);
            var page = _pages[(int)(at / PageSize)];
            var count = (int)Math.Min(Math.Min(into.Length - read, page.Length - from), Length - at);
            page.AsSpan(from, count).CopyTo(into[read..]);
            read += count;
            at += count;
        }

        return read;
    }
}
