using System.Collections.Frozen;

namespace Orrery.Services.Ec2.Catalog;

/// <summary>
/// The instance types, read from the facts when first asked for. Every region and zone offers all of them: which offers
/// which is not known here.
/// </summary>
internal static class InstanceTypeCatalog
{
    private static readonly Lazy<FrozenDictionary<string, InstanceTypeFacts>> ByName = new(() =>
        CsvResource.Rows("instance-types.csv").Select(row => new InstanceTypeFacts(row))
            .ToFrozenDictionary(facts => facts.Name, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<InstanceTypeFacts>> Ordered =
        new(() => [.. ByName.Value.Values.OrderBy(facts => facts.Name, StringComparer.Ordinal)]);

    /// <summary>All types, ordered by name.</summary>
    public static IReadOnlyList<InstanceTypeFacts> All => Ordered.Value;

    /// <summary>The facts of a type, or null for one that is not known.</summary>
    public static InstanceTypeFacts? Find(string name) => ByName.Value.GetValueOrDefault(name);

    /// <summary>The facts of a type that an instance already has.</summary>
    public static InstanceTypeFacts Get(string name) => ByName.Value[name];
}
