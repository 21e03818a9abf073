using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>Images for services that keep their ids. EC2 offers it.</summary>
public interface IImages
{
    /// <summary>Whether the call's account could launch the image of an id in the call's region; a text that is no
    /// id is none.</summary>
    bool CanLaunch(ReadCall call, string id);
}
