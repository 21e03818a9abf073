using Orrery.Contracts.Scaling;
using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Services.ApplicationAutoScaling.Loops;
using Orrery.Services.ApplicationAutoScaling.Rules;

namespace Orrery.Services.ApplicationAutoScaling.Ports;

/// <summary>Follows what becomes of resources: ends activities that are fulfilled, and has policies asked.</summary>
internal sealed class TargetWatcher : IScalableWatcher
{
    /// <inheritdoc/>
    public void Changed(Call call, string dimension, string resourceId)
    {
        var key = ScalableKey.Of(dimension.Split(':')[0], dimension, resourceId);
        if (call.Read(Tables.Targets).Find(key) is not { } target) return;
        CapacityChanges.Observe(call, target);
        PolicyLoop.Wake(call, key);
    }
}
