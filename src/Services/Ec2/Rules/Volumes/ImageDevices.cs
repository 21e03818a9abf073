using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// The volumes that an image gives its instances: those it was made with, the root volume of an image of the catalogue,
/// or a small one of an image that is only taken to exist.
/// </summary>
/// <param name="Root">The name of the root device.</param>
/// <param name="Devices">All of them.</param>
internal sealed record ImageDevices(string Root, ImmutableArray<ImageDeviceRecord> Devices)
{
    private const string UnknownRoot = "/dev/xvda";
    private const int UnknownGib = 8;

    // An image that is only taken to exist fills about a fifth of its volume: guessed.
    private const long BytesPerGib = (1L << 30) / 5;

    /// <summary>The volumes of an image of an id. That the account may launch it was found before.</summary>
    public static ImageDevices Of(ReadCall call, string id) => ImageOf.Any(call, id) is { } image
        ? new(image.RootDevice, image.Devices)
        : One(UnknownRoot, UnknownGib, VolumeType.Gp2);

    private static ImageDevices One(string root, int gib, VolumeType type) => new(
        root, [new() { Device = root, Size = gib, Type = type, FirstBytes = gib * BytesPerGib }]);
}
