using System.Text.Json;
using Orrery.Contracts;
using Orrery.Contracts.Events;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Events;
using Orrery.Services.Events.Operations.Archives;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Services.Sqs;
using Orrery.Services.Sqs.Operations.Messages;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// What the event bus hears of instances that change their state. Source: EC2 User Guide, "Monitor Amazon EC2 with
/// Amazon EventBridge" (EC2 Instance State-change Notification).
/// </summary>
public sealed class StateEventTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Each_state_of_a_life_is_told_once()
    {
        var bus = new HeardEvents();
        var rig = Of(bus);
        var id = Launch(rig);
        rig.Advance(Minute);
        rig.Run(new StopInstances(), new StopInstancesRequest { InstanceIds = [id] });
        rig.Advance(Minute);
        rig.Run(new StartInstances(), new StartInstancesRequest { InstanceIds = [id] });
        rig.Advance(10 * Minute);
        rig.Run(new RebootInstances(), new RebootInstancesRequest { InstanceIds = [id] });
        rig.Advance(10 * Minute);
        rig.Run(new TerminateInstances(), new TerminateInstancesRequest { InstanceIds = [id] });
        rig.Advance(TimeSpan.FromHours(2));
        Assert.Equal(
            [
                "pending", "running", "stopping", "stopped", "pending", "running", "shutting-down", "terminated",
            ],
            bus.Events.Select(e => JsonDocument.Parse(e.Detail).RootElement.GetProperty("state").GetString()));
        Assert.All(bus.Events, e =>
        {
            Assert.Equal(("aws.ec2", "EC2 Instance State-change Notification"), (e.Source, e.DetailType));
            Assert.Equal([$"arn:aws:ec2:eu-west-1:123456789012:instance/{id}"], e.Resources);
            Assert.Contains($"\"instance-id\":\"{id}\"", e.Detail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_launch_asks_once_whether_anybody_listens()
    {
        var bus = new DeafBus();
        var rig = Of(bus);
        rig.Run(new RunInstances(), Fleet.One() with { MinCount = 100, MaxCount = 100 });
        Assert.Equal(1, bus.Asked);
        rig.Advance(Minute);
        Assert.Equal(2, bus.Asked);
    }

    [Fact]
    public void A_rule_on_state_changes_puts_them_into_a_queue()
    {
        var rig = Of(null, EventsService.Registration, SqsService.Registration);
        var queue = rig.Run(new CreateQueue(), new() { QueueName = "changes" }).QueueUrl!;
        rig.Run(new PutRule(), new()
        {
            Name = "changes",
            EventPattern = """
                {
                  "source": ["aws.ec2"],
                  "detail-type": ["EC2 Instance State-change Notification"],
                  "detail": {"state": ["running", "terminated"]}
                }
                """,
        });
        rig.Run(new PutTargets(), new()
        {
            Rule = "changes", Targets = [new() { Id = "q", Arn = "arn:aws:sqs:eu-west-1:123456789012:changes" }],
        });
        var id = Launch(rig);
        rig.Advance(Minute);
        rig.Run(new TerminateInstances(), new TerminateInstancesRequest { InstanceIds = [id] });
        rig.Advance(Minute);
        var messages = rig.Run(new ReceiveMessage(), new() { QueueUrl = queue, MaxNumberOfMessages = 10 }).Messages!;
        Assert.Equal(["running", "terminated"], messages.Select(message =>
        {
            var told = JsonDocument.Parse(message.Body!).RootElement;
            Assert.Equal("aws.ec2", told.GetProperty("source").GetString());
            Assert.Equal(id, told.GetProperty("detail").GetProperty("instance-id").GetString());
            return told.GetProperty("detail").GetProperty("state").GetString();
        }).Order());
    }

    [Fact]
    public void An_archive_alone_hears_them_too()
    {
        var rig = Of(null, EventsService.Registration);
        rig.Run(new CreateArchive(), new()
        {
            ArchiveName = "all", EventSourceArn = "arn:aws:events:eu-west-1:123456789012:event-bus/default",
        });
        Launch(rig);
        rig.Advance(Minute);
        Assert.Equal(2, rig.Run(new DescribeArchive(), new() { ArchiveName = "all" }).EventCount);
    }

    private static string Launch(Rig rig) =>
        Assert.Single(rig.Run(new RunInstances(), Fleet.One()).Instances!).InstanceId!;

    private static Rig Of(IEventBus? bus, params ReadOnlySpan<Orrery.Operations.Service> others)
    {
        var ports = Ports.None.With<IQuotas>(new Quotas([KeyValuePair.Create("L-1216C47A", 10_000)]));
        return Rig.Of(
            [Ec2Service.Registration, .. others], bus is null ? ports : ports.With(bus), Delays.Aws);
    }

    private sealed class DeafBus : IEventBus
    {
        public int Asked { get; private set; }

        public void Put(Call call, ServiceEvent occurred) => Assert.Fail("Nobody listens.");

        public bool Hears(ReadCall call, Scope scope)
        {
            Asked++;
            return false;
        }
    }
}
