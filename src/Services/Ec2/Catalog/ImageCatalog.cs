using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using Orrery.Contracts.Regions;
using Orrery.Core;

namespace Orrery.Services.Ec2.Catalog;

/// <summary>
/// The public images of a region. AWS's ids differ by region and release; ours are a hash of region and name behind a
/// run of zeros, by which they can be told from AWS's own.
/// </summary>
internal static class ImageCatalog
{
    private const string Mark = "ami-000000";

    private static readonly Lazy<IReadOnlyList<CsvRow>> Rows = new(() => [.. CsvResource.Rows("images.csv")]);

    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, ImageFacts>> ByRegion = new();

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>All images of a region, ordered by id.</summary>
    public static IEnumerable<ImageFacts> All(string region) =>
        Of(region).Values.OrderBy(image => image.Id, StringComparer.Ordinal);

    /// <summary>The image of a name.</summary>
    public static ImageFacts Named(string region, string name) => Of(region)[IdOf(region, name)];

    /// <summary>The image of an id; null for one that is well formed but not in the catalogue.</summary>
    /// <exception cref="ServiceException">InvalidAMIID.Malformed.</exception>
    public static ImageFacts? Find(string region, string id)
    {
        CheckForm(id);
        return Of(region).GetValueOrDefault(id);
    }

    /// <summary>Whether an id is that of an image of the catalogue, but of another region.</summary>
    public static bool IsElsewhere(string region, string id) =>
        id.StartsWith(Mark, StringComparison.Ordinal)
        && RegionCatalog.All.Any(other => other.Code != region && Of(other.Code).ContainsKey(id));

    private static void CheckForm(string id)
    {
        var digits = id.StartsWith("ami-", StringComparison.Ordinal) ? id.AsSpan(4) : default;
        if (digits.Length is not (8 or 17) || digits.ContainsAnyExcept(LowerHex))
        {
            throw new ServiceException("InvalidAMIID.Malformed", $"Invalid id: \"{id}\" (expecting \"ami-...\")");
        }
    }

    private static FrozenDictionary<string, ImageFacts> Of(string region) => ByRegion.GetOrAdd(region, static key =>
        Rows.Value.Select(row => new ImageFacts(IdOf(key, row.Required("name")), row))
            .ToFrozenDictionary(image => image.Id, StringComparer.Ordinal));

    // FNV-1a of 64 bits: the same on every machine.
    private static string IdOf(string region, string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in $"{region}/{name}")
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        return Mark + (hash >> 20).ToString("x11", CultureInfo.InvariantCulture);
    }
}
