using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
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

    // An image that is only taken to exist, or is the catalogue's, fills about a fifth of its volume; guessed.
    private const long BytesPerGib = (1L << 30) / 5;

    /// <summary>The volumes of an image of an id.</summary>
    public static ImageDevices Of(ReadCall call, string id)
    {
        if ((call.Read(VolumeTables.Images).Find(new(id)) ?? Shared(call, id)) is { } own)
        {
            return new(own.RootDevice, own.Devices);
        }

        return ImageCatalog.Find(call.Region, id) is { } image
            ? One(image.RootDevice, image.VolumeGib, VolumeTypeWire.Parse(image.VolumeType) ?? VolumeType.Gp2)
            : One(UnknownRoot, UnknownGib, VolumeType.Gp2);
    }

    private static ImageDevices One(string root, int gib, VolumeType type) => new(
        root, [new() { Device = root, Size = gib, Type = type, FirstBytes = gib * BytesPerGib }]);

    // That the account may launch it was found before.
    private static ImageRecord? Shared(ReadCall call, string id)
    {
        foreach (var scope in call.Scopes.Where(s => s.Region == call.Region && s.Account != call.Account))
        {
            if (call.Read(VolumeTables.Images, scope).Find(new(id)) is { } image
                && (image.IsPublic || image.Users.Contains(call.Account)))
            {
                return image;
            }
        }

        return null;
    }
}
