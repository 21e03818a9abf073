using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Spot;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Tells those who launched an instance what becomes of it: its Spot request, its fleet, who waits for room.
/// </summary>
internal static class LaunchFollowers
{
    /// <summary>An instance begins to stop or to end.</summary>
    public static void Ended(Call call, InstanceRecord instance)
    {
        if (instance.SpotRequestId is not null)
        {
            SpotEvaluation.Ended(call, instance);
        }

        FleetLoop.Lost(call, instance);
        RoomChanged(call, instance.InstanceType);
    }

    /// <summary>There may be room where there was none.</summary>
    public static void RoomChanged(Call call, string type)
    {
        SpotRequestLoop.Wake(call, type);
        FleetLoop.WakeWaiting(call);
    }
}
