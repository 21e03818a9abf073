using System.Collections.Concurrent;
using System.Globalization;
using Orrery.Contracts.Parameters;
using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// The public parameters that name images of the catalogue. Source: Systems Manager User Guide, "Calling AMI public
/// parameters". A parameter is as old as its image.
/// </summary>
internal sealed class ImageParameters : IPublicParameters
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<PublicParameter>> ByRegion = new();

    /// <inheritdoc/>
    public IReadOnlyList<PublicParameter> In(string region) => ByRegion.GetOrAdd(region, static key =>
        [.. CsvResource.Rows("image-parameters.csv").Select(row => Of(key, row))]);

    private static PublicParameter Of(string region, CsvRow row)
    {
        var image = ImageCatalog.Named(region, row.Required("image"));
        return new(
            row.Required("name"), image.Id, row.Required("data_type"),
            DateTimeOffset.Parse(image.CreationDate, CultureInfo.InvariantCulture));
    }
}
