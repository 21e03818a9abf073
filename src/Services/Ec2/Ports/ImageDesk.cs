using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Rules.Images;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Images for services that keep their ids.</summary>
internal sealed class ImageDesk : IImages
{
    /// <inheritdoc/>
    public bool CanLaunch(ReadCall call, string id)
    {
        try
        {
            return ImageOf.ToLaunch(call, id) is not null;
        }
        catch (ServiceException)
        {
            return false;
        }
    }
}
