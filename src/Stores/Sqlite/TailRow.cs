namespace Orrery.Stores.Sqlite;

/// <summary>A row that commits of the tail changed.</summary>
internal sealed class TailRow(TailSpace space, string key, bool wasThere)
{
    public TailSpace Space => space;

    public string Key => key;

    /// <summary>Whether it was there before the tail, in this file or in one that it rests on.</summary>
    public bool WasThere { get; private set; } = wasThere;

    public TailVersion? Newest { get; private set; }

    /// <summary>Whether there is nothing to be seen of it at the tip, in the tail or below it.</summary>
    public bool HasVanished => Newest is { Json: null } && !WasThere;

    public void Add(long sequence, byte[]? json) => Newest = new(sequence, json, Newest);

    /// <summary>What it was as of a commit; null if the tail does not say.</summary>
    public TailVersion? At(long sequence)
    {
        var version = Newest;
        while (version is not null && version.Sequence > sequence)
            version = version.Older;
        return version;
    }

    /// <summary>Forgets what was settled; false if nothing is left.</summary>
    public bool Settle(long last)
    {
        if (At(last) is not { } settled)
            return Newest is not null;
        WasThere = settled.Json is not null;
        Newest = Without(Newest, settled);
        return Newest is not null;
    }

    private static TailVersion? Without(TailVersion? version, TailVersion settled) =>
        version is null || ReferenceEquals(version, settled)
            ? null
            : version with { Older = Without(version.Older, settled) };
}
