using Orrery.Kernel.Calls;
using Orrery.Services.Events.Operations.Archives;
using Orrery.Services.Events.Operations.Events;
using Orrery.Services.Events.Operations.Replays;
using Orrery.Services.Events.Operations.Rules;
using Orrery.Services.Events.Operations.Targets;
using Orrery.Wire.Generated.Events;

namespace Orrery.Tests.Unit.Services.Events;

public sealed class ArchiveTests
{
    private const string Bus = "arn:aws:events:eu-west-1:123456789012:event-bus/default";
    private const string Archive = "arn:aws:events:eu-west-1:123456789012:archive/a";
    private readonly Inbox _inbox = new();

    [Fact]
    public void A_replay_sends_archived_events_again_in_order_and_does_not_archive_them()
    {
        var rig = Filled(Delays.None);
        rig.Run(new StartReplay(), Request());
        Assert.Equal(ReplayState.Completed, rig.Run(new DescribeReplay(), new() { ReplayName = "p" }).State);
        Assert.Equal(3, _inbox.Got.Count);
        Assert.All(_inbox.Bodies, b => Assert.Contains("\"replay-name\":\"p\"", b, StringComparison.Ordinal));
        Assert.Equal(
            ["0", "1", "2"], _inbox.Bodies.Select(b => b[(b.IndexOf("\"n\":", StringComparison.Ordinal) + 4)..][..1]));
        Assert.Equal(3L, rig.Run(new DescribeArchive(), new() { ArchiveName = "a" }).EventCount);
        Assert.Equal("p", Assert.Single(rig.Run(new ListReplays(), new()).Replays!).ReplayName);
        Assert.Equal("IllegalStatusException", rig.Refused(new CancelReplay(), new() { ReplayName = "p" }));
        Assert.Equal("ResourceAlreadyExistsException", rig.Refused(new StartReplay(), Request()));
    }

    [Fact]
    public void A_replay_stops_when_it_is_cancelled()
    {
        var rig = Filled(Delays.Aws);
        rig.Run(new StartReplay(), Request());
        rig.Advance(TimeSpan.FromSeconds(11));
        Assert.Single(_inbox.Got);
        rig.Run(new CancelReplay(), new() { ReplayName = "p" });
        rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(_inbox.Got);
        Assert.Equal(ReplayState.Cancelled, rig.Run(new DescribeReplay(), new() { ReplayName = "p" }).State);
    }

    [Fact]
    public void A_replay_whose_archive_goes_fails()
    {
        var rig = Filled(Delays.Aws);
        rig.Run(new StartReplay(), Request());
        rig.Run(new DeleteArchive(), new() { ArchiveName = "a" });
        rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ReplayState.Failed, rig.Run(new DescribeReplay(), new() { ReplayName = "p" }).State);
        Assert.Equal("ResourceNotFoundException", rig.Refused(new DescribeArchive(), new() { ArchiveName = "a" }));
    }

    [Fact]
    public void Events_leave_an_archive_when_their_time_is_over()
    {
        var rig = Filled(Delays.None);
        rig.Run(new UpdateArchive(), new() { ArchiveName = "a", RetentionDays = 2 });
        rig.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMinutes(4));
        var left = Assert.Single(rig.Run(new ListArchives(), new()).Archives!);
        Assert.InRange(left.EventCount!.Value, 1, 2);
        rig.Advance(TimeSpan.FromDays(1));
        left = Assert.Single(rig.Run(new ListArchives(), new()).Archives!);
        Assert.Equal(((long?)0, (long?)0), (left.EventCount, left.SizeBytes));
    }

    private static StartReplayRequest Request() => new()
    {
        ReplayName = "p",
        EventSourceArn = Archive,
        EventStartTime = Rig.Start,
        EventEndTime = Rig.Start.AddHours(1),
        Destination = new() { Arn = Bus },
    };

    /// <summary>Three events at 0, 2 and 4 minutes, then a rule; the clock is at six minutes.</summary>
    private Rig Filled(Delays delays)
    {
        var rig = _inbox.World(delays);
        rig.Run(
            new CreateArchive(),
            new() { ArchiveName = "a", EventSourceArn = Bus, EventPattern = """{"source":["shop"]}""" });
        for (var n = 0; n < 3; n++)
        {
            rig.Run(new PutEvents(), new()
            {
                Entries =
                [
                    new() { Source = "shop", DetailType = "t", Detail = $"{{\"n\":{n}}}" },
                    new() { Source = "other", DetailType = "t", Detail = "{}" },
                ],
            });
            rig.Advance(TimeSpan.FromMinutes(2));
        }

        rig.Run(new PutRule(), new() { Name = "r", EventPattern = """{"source":["shop"]}""" });
        rig.Run(new PutTargets(), new() { Rule = "r", Targets = [new() { Id = "t", Arn = Inbox.Queue }] });
        return rig;
    }
}
