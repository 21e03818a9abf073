using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// The volumes that an image gives its instances: those it was made with, or the root volume of an image of the
/// catalogue or of one that is only taken to exist.
/// </summary>
/// <param name="Root">The name of the root device.</param>
/// <param name="Devices">All of them.</param>
internal sealed record ImageDevices(string Root, ImmutableArray<ImageDeviceRecord> Devices)
{
    /// <summary>The volumes of an image of an id. That the account may launch it was found before.</summary>
    public static ImageDevices Of(ReadCall call, string id)
    {
        var image = ImageOf.Any(call, id) ?? PresumedImage.Like(PresumedImage.Architecture);
        return new(image.RootDevice, image.Devices);
    }
}
