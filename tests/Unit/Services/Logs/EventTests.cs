using CsCheck;
using Orrery.Services.Logs;
using Orrery.Services.Logs.Operations.Groups;
using Orrery.Services.Logs.Operations.LogEvents;
using Orrery.Services.Logs.Operations.Streams;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Tests.Unit.Services.Logs;

public sealed class EventTests
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    [Fact]
    public void A_batch_that_breaks_a_rule_changes_nothing()
    {
        var rig = LogWorld.New();
        Refused((LogWorld.Start, "b"), (LogWorld.Start - 1, "a"));
        Refused((LogWorld.Start - Day - 1, "a"), (LogWorld.Start, "b"));
        Refused((LogWorld.Start, new string('x', 1_048_576 - 25)));
        Assert.Equal("ResourceNotFoundException", rig.Refused(new PutLogEvents(), LogWorld.Request("t", (0, "x"))));
        Assert.Empty(rig.Find());

        void Refused(params (long, string)[] events) => Assert.Equal(
            "InvalidParameterException", rig.Refused(new PutLogEvents(), LogWorld.Request("s", events)));
    }

    [Fact]
    public void Events_that_are_too_old_too_new_or_expired_are_told_and_the_others_taken()
    {
        var rig = LogWorld.New();
        var old = rig.Put("s", (LogWorld.Start - (14 * Day) - 1, "old"), (LogWorld.Start - (14 * Day), "fine"));
        Assert.Equal(1, old.RejectedLogEventsInfo!.TooOldLogEventEndIndex);
        var late = rig.Put("s", (LogWorld.Start + (2 * Hour), "still"), (LogWorld.Start + (2 * Hour) + 1, "new"));
        Assert.Equal(1, late.RejectedLogEventsInfo!.TooNewLogEventStartIndex);
        rig.Run(new PutRetentionPolicy(), new() { LogGroupName = "g", RetentionInDays = 1 });
        var expired = rig.Put("s", (LogWorld.Start - Day - 1, "gone"), (LogWorld.Start - Day, "kept"));
        Assert.Equal(1, expired.RejectedLogEventsInfo!.ExpiredLogEventEndIndex);
        Assert.Equal(["kept", "still"], rig.Find());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(731, true)]
    [InlineData(3653, true)]
    [InlineData(3654, false)]
    public void Retention_has_the_documented_values(int days, bool fine)
    {
        var rig = LogWorld.New();
        var request = new PutRetentionPolicyRequest { LogGroupName = "g", RetentionInDays = days };
        if (fine)
        {
            rig.Run(new PutRetentionPolicy(), request);
        }
        else
        {
            Assert.Equal("InvalidParameterException", rig.Refused(new PutRetentionPolicy(), request));
        }
    }

    [Fact]
    public void Retention_hides_at_once_and_removes_in_time()
    {
        var days = Gen.Int[0, 13].Array[1, 20];
        days.Sample(
            ages =>
            {
                var rig = LogWorld.New();
                foreach (var age in ages)
                {
                    rig.Put("s", (LogWorld.Start - (age * Day), $"{age}"));
                }

                rig.Run(new PutRetentionPolicy(), new() { LogGroupName = "g", RetentionInDays = 7 });
                for (var passed = 0; passed <= 8; passed++)
                {
                    var kept = ages.Where(a => a + passed <= 7).OrderDescending().Select(a => $"{a}");
                    Assert.Equal(kept, rig.Find());
                    rig.Advance(TimeSpan.FromDays(1));
                }

                Assert.Equal(0, rig.Ask(c => c.Read(Tables.Events).Count + c.Read(Tables.Turns).Count));
                Assert.Equal(0, rig.Run(new DescribeLogGroups(), new DescribeLogGroupsRequest()).LogGroups![0].StoredBytes);
            },
            iter: 20);
        var forever = LogWorld.New();
        forever.Run(new PutRetentionPolicy(), new() { LogGroupName = "g", RetentionInDays = 1 });
        forever.Put("s", (LogWorld.Start, "x"));
        forever.Run(new DeleteRetentionPolicy(), new() { LogGroupName = "g" });
        forever.Advance(TimeSpan.FromDays(400));
        Assert.Equal(["x"], forever.Find());
    }

    [Fact]
    public void Pages_of_a_stream_are_all_its_events_in_order_in_both_directions()
    {
        var cases = Gen.Select(Gen.Int[0, 50].Array[0, 40], Gen.Int[1, 9]);
        cases.Sample(
            (times, limit) =>
            {
                var rig = LogWorld.New();
                var put = times.Select((t, i) => (At: LogWorld.Start + t, Text: $"{i}")).ToList();
                put.ForEach(e => rig.Put("s", e));
                var all = put.OrderBy(e => e.At).Select(e => e.Text).ToList();
                Assert.Equal(all, Walk(rig, limit, true));
                Assert.Equal(all, Walk(rig, limit, false));
            },
            iter: 40);
    }

    private static List<string> Walk(Rig rig, int limit, bool forwards)
    {
        var all = new List<string>();
        string? token = null;
        while (true)
        {
            var page = rig.Run(new GetLogEvents(), new GetLogEventsRequest
            {
                LogGroupName = "g", LogStreamName = "s", Limit = limit, StartFromHead = forwards, NextToken = token,
            });
            all.InsertRange(forwards ? all.Count : 0, page.Events!.Select(e => e.Message!));
            var next = forwards ? page.NextForwardToken : page.NextBackwardToken;
            if (next == token)
            {
                return all;
            }

            token = next;
        }
    }

    [Fact]
    public void At_the_end_the_same_token_comes_back_and_later_events_follow_it()
    {
        var rig = LogWorld.New();
        rig.Put("s", (LogWorld.Start, "a"));
        var first = Get(null);
        Assert.Equal("a", Assert.Single(first.Events!).Message);
        Assert.Empty(Get(first.NextForwardToken).Events!);
        Assert.Equal(first.NextForwardToken, Get(first.NextForwardToken).NextForwardToken);
        rig.Put("s", (LogWorld.Start + 1, "b"));
        var second = Get(first.NextForwardToken);
        Assert.Equal("b", Assert.Single(second.Events!).Message);
        Assert.Equal("a", Assert.Single(Get(second.NextBackwardToken).Events!).Message);

        GetLogEventsResult Get(string? token) => rig.Run(new GetLogEvents(), new GetLogEventsRequest
        {
            LogGroupName = "g", LogStreamName = "s", NextToken = token, StartFromHead = true,
        });
    }

    [Fact]
    public void A_search_interleaves_streams_and_its_pages_are_all_of_it()
    {
        var cases = Gen.Select(Gen.Select(Gen.Int[0, 30], Gen.Int[0, 2]).Array[0, 40], Gen.Int[1, 7]);
        cases.Sample(
            (events, limit) =>
            {
                var rig = LogWorld.New();
                rig.Run(new CreateLogStream(), new() { LogGroupName = "g", LogStreamName = "t" });
                rig.Run(new CreateLogStream(), new() { LogGroupName = "g", LogStreamName = "u" });
                var put = events.Select((e, i) => (e.Item1, Stream: "stu"[e.Item2], Text: $"n{i}")).ToList();
                put.ForEach(e => rig.Put($"{e.Stream}", (LogWorld.Start + e.Item1, e.Text)));
                var found = new List<string>();
                string? token = null;
                do
                {
                    var page = rig.Run(new FilterLogEvents(), new FilterLogEventsRequest
                    {
                        LogGroupName = "g", Limit = limit, NextToken = token,
                    });
                    found.AddRange(page.Events!.Select(e => e.Message!));
                    token = page.NextToken;
                }
                while (token is not null);

                Assert.Equal(put.OrderBy(e => e.Item1).ThenBy(e => e.Stream).Select(e => e.Text), found);
            },
            iter: 40);
    }
}
