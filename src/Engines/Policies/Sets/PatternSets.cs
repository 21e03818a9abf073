using Orrery.Engines.Policies.Patterns;

namespace Orrery.Engines.Policies.Sets;

/// <summary>Sets of texts that patterns describe. A question that is too large is answered by the cautious
/// answer.</summary>
public static class PatternSets
{
    /// <summary>Whether a text matches both.</summary>
    public static bool Intersect(string first, string second)
    {
        var atoms = Of(first, second);
        return !atoms.IsComplete || atoms.All.Any(a => a.Matches[0] && a.Matches[1]);
    }

    /// <summary>Whether every text that matches the one matches one of the others.</summary>
    public static bool Covers(IReadOnlyList<string> wider, string narrower)
    {
        var atoms = Of([narrower, .. wider]);
        return atoms.IsComplete && !atoms.All.Any(a => a.Matches[0] && !a.Matches.Skip(1).Contains(true));
    }

    /// <summary>A text that matches all of some patterns and none of others; null where there is none.</summary>
    public static string? Example(IReadOnlyList<string> all, IReadOnlyList<string> none) =>
        Of([.. all, .. none]).All
            .Where(a => a.Matches.Take(all.Count).All(m => m) && !a.Matches.Skip(all.Count).Contains(true))
            .Select(a => a.Example).FirstOrDefault();

    private static Atoms Of(params string[] patterns) =>
        Atoms.Of([.. patterns.Select(p => SetPattern.OfText(Wild.Compile(p)))]);
}
