using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Bodies;
using Orrery.Services.Ec2.Tagging;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Tells the bodies and the consoles of instances.</summary>
internal sealed class BodyDesk : IInstanceBodies, IConsoles
{
    InstanceBody IInstanceBodies.Of(ReadCall call, string instanceId)
    {
        var tag = TagStore.Of(call, instanceId).GetValueOrDefault(BodyChoice.Tag);
        var body = BodyChoice.Of(tag, call.FindPort<IBodySettings>()?.AllowsProcesses ?? false);
        return body.Kind == BodyKind.Process && call.Read(BodyTables.Bodies).Find(new(instanceId)) is { } record
            ? With(body, record)
            : body;
    }

    ConsoleText? IConsoles.Of(ReadCall call, string instanceId)
    {
        if (call.Read(BodyTables.Consoles).Find(new(instanceId)) is { } console)
        {
            return new(console.Text, console.At);
        }

        var body = ((IInstanceBodies)this).Of(call, instanceId);
        return body.IsRefused ? new($"orrery: {body.Why}\n", call.Now) : null;
    }

    private static InstanceBody With(InstanceBody body, BodyRecord record) => record.State switch
    {
        BodyState.Refused => body with { Why = $"It asks for a process, but {record.Why}.", IsRefused = true },
        BodyState.Ended => body with
        {
            Why = $"Its user data ran as a process and ended with {record.ExitCode}; what it left behind goes on.",
            Address = AddressOf(record),
        },
        _ => body with { Address = AddressOf(record) },
    };

    private static Uri? AddressOf(BodyRecord record) =>
        record.Port is { } port ? new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri : null;
}
