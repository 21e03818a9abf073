using System.Collections.Frozen;

namespace Orrery.Contracts.Regions;

/// <summary>
/// The regions of the commercial partition and their zones. Read from the facts in <c>data/</c> when first asked for,
/// so that a start pays nothing for it.
/// </summary>
public static class RegionCatalog
{
    private static readonly Lazy<FrozenDictionary<string, Region>> ByCode =
        new(() => Load().ToFrozenDictionary(region => region.Code, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<Region>> Ordered =
        new(() => [.. ByCode.Value.Values.OrderBy(region => region.Code, StringComparer.Ordinal)]);

    /// <summary>Every region, by code.</summary>
    public static IReadOnlyList<Region> All => Ordered.Value;

    /// <summary>The region of a code, or null: then no such region exists.</summary>
    public static Region? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    private static IEnumerable<Region> Load()
    {
        var zones = Rows("zones.csv").ToLookup(row => row[0], row => new Zone(row[1], row[2]));
        return Rows("regions.csv").Select(row => new Region(
            row[0], row[1], row[2] == "required", row[3], row[4].Length > 0 ? row[4] : null, [.. zones[row[0]]]));
    }

    // The files have no quoted fields.
    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(RegionCatalog).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
