using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>Tells other services that something happened to instances.</summary>
internal static class InstanceWatch
{
    /// <summary>Tells them; costs nothing where nobody watches.</summary>
    public static void Tell(Call call, params IReadOnlyList<string> ids)
    {
        foreach (var watcher in call.PortsOf<IInstanceWatcher>())
        {
            watcher.Changed(call, ids);
        }
    }
}
