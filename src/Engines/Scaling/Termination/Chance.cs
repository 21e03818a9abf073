namespace Orrery.Engines.Scaling.Termination;

/// <summary>A number that depends on a seed and a name only, so that the order of a list does not matter.</summary>
internal static class Chance
{
    /// <summary>The number of a name.</summary>
    public static ulong Of(ulong seed, string name)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in name) hash = (hash ^ letter) * 1099511628211UL;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}
