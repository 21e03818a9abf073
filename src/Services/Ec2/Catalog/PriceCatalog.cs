using System.Collections.Frozen;
using System.Globalization;

namespace Orrery.Services.Ec2.Catalog;

/// <summary>Prices of instances by region and type, read from the facts when first asked for.</summary>
internal static class PriceCatalog
{
    private static readonly Lazy<FrozenDictionary<(string Region, string Type), PriceFacts>> All = new(() =>
        CsvResource.Rows("spot-prices.csv").ToFrozenDictionary(
            row => (row.Required("region"), row.Required("type")),
            row => new PriceFacts(
                Money(row.Required("on_demand")),
                row.Text("spot") is { } spot ? Money(spot) : null,
                row.Number("interruption_pct"))));

    /// <summary>The prices of a type in a region, or null where they are not known.</summary>
    public static PriceFacts? Find(string region, string type) => All.Value.GetValueOrDefault((region, type));

    private static decimal Money(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
