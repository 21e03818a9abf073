using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Capacity;

/// <summary>What an instance's metadata say of its interruption. EC2 offers it.</summary>
public interface ISpotNotices
{
    /// <summary>The notice of an instance in the call's account and region; null where it has none.</summary>
    SpotNotice? Of(ReadCall call, string instanceId);
}
