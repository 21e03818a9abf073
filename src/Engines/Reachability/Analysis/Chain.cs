namespace Orrery.Engines.Reachability.Analysis;

/// <summary>A short list that forks of a walk share. Null is the empty one.</summary>
internal sealed record Chain<T>(T Item, Chain<T>? Rest)
    where T : notnull
{
    /// <summary>All items, the last one first.</summary>
    public static List<T> All(Chain<T>? chain)
    {
        var items = new List<T>();
        for (; chain is not null; chain = chain.Rest)
            items.Add(chain.Item);
        return items;
    }

    public static bool Has(Chain<T>? chain, T item)
    {
        for (; chain is not null; chain = chain.Rest)
            if (chain.Item.Equals(item))
                return true;
        return false;
    }
}
