using System.Collections.Concurrent;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>Public images of the catalogue as records, so that all images are looked at in one way.</summary>
internal static class FromCatalog
{
    private const long Gib = 1L << 30;

    private static readonly ConcurrentDictionary<ImageFacts, ImageRecord> Made = new();

    /// <summary>The record of an image of the catalogue.</summary>
    public static ImageRecord Of(ImageFacts image) => Made.GetOrAdd(image, Make);

    private static ImageRecord Make(ImageFacts image) => new()
    {
        Id = new(image.Id),
        OwnerId = image.OwnerId,
        OwnerAlias = image.OwnerAlias,
        Name = image.Name,
        Description = image.Description,
        Architecture = image.Architecture,
        Platform = image.Platform,
        PlatformDetails = image.PlatformDetails,
        UsageOperation = image.UsageOperation,
        RootDevice = image.RootDevice,
        BootMode = image.BootMode,
        RequiresMetadataV2 = image.RequiresMetadataV2,
        CreationDate = image.CreationDate,
        IsPublic = true,
        Devices = [Root(image)],
    };

    // Its root volume comes from no snapshot that could be named. How much is in it at first is guessed: a fifth, and a
    // half where it holds Windows.
    private static ImageDeviceRecord Root(ImageFacts image) => new()
    {
        Device = image.RootDevice,
        Size = image.VolumeGib,
        Type = VolumeTypeWire.Parse(image.VolumeType) ?? VolumeType.Gp2,
        FirstBytes = image.VolumeGib * Gib / (image.Platform is null ? 5 : 2),
    };
}
