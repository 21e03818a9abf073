namespace Orrery.Kernel.Storage;

/// <summary>A store as of one commit: what a snapshot reads its stored rows through.</summary>
internal sealed record StoreView(IStore Store, long At)
{
    private const int FirstPage = 32;

    /// <summary>A look at a thousand rows, as listings take it, reads 1,184: with twice as many, 1,696.</summary>
    private const int LargestPage = 512;

    public byte[]? Find(Space space, string key) => Store.Find(space, key, At);

    public long Count(Space space) => Store.Count(space, At);

    /// <summary>Walks a space from a key in growing pages, so that a short look reads little.</summary>
    public IEnumerable<StoredRow> Scan(Space space, string from)
    {
        for (var size = FirstPage; ; size = Math.Min(size * 4, LargestPage))
        {
            var page = Store.Scan(space, from, size, At);
            foreach (var row in page)
                yield return row;
            if (page.Count < size)
                yield break;
            from = After(page[^1].Key);
        }
    }

    /// <summary>The key that comes right after a key.</summary>
    private static string After(string key) => key + "\0";
}
