using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

/// <summary>
/// Timelines of the CloudWatch User Guide, "Suppressing composite alarm actions". A line is what happens, minute by
/// minute: A and a, the child goes into ALARM and to OK; S and s, the suppressor does, n, it goes to
/// INSUFFICIENT_DATA; a dot, nothing. The other line is what the composite alarm tells its topic in that minute.
/// </summary>
public sealed class SuppressionTests
{
    [Theory]
    [InlineData(2, 0, "A.......", "..A.....")] // not suppressed after the wait period
    [InlineData(3, 0, "A.S.....", "........")] // suppressed before the wait period ends
    [InlineData(3, 0, "A.S...s.", "......A.")] // and acts once the suppressor is gone
    [InlineData(3, 0, "A.a.....", "...O....")] // back within the wait period: what it is at the end counts
    [InlineData(0, 0, "SA.a.s..", ".....O..")] // changes while suppressed
    [InlineData(0, 2, "SA..s...", "......A.")] // an extension period runs out
    [InlineData(0, 2, "SA..sa..", "......O.")] // and what it is at its end counts
    [InlineData(0, 3, "SA..s.S.", "........")] // the suppressor comes back within the extension period
    [InlineData(0, 3, "S..sA...", "......A.")] // a change within the extension period waits for its end
    [InlineData(0, 0, "A..a....", "A..O....")] // nothing suppresses
    [InlineData(0, 2, "A.S.s...", "A.......")] // what was done before is not done again
    [InlineData(2, 0, "A...a...", "..A...O.")] // each change waits
    public void Actions_are_held_back_as_documented(int wait, int extension, string happens, string told)
    {
        var rig = Begin(wait, extension);
        var heard = "";
        foreach (var each in happens)
        {
            rig.Topics.Taken.Clear();
            Do(rig, each);
            rig.Rig.Advance(TimeSpan.Zero);
            heard += rig.Topics.Subjects.SingleOrDefault() is { } subject ? subject[0] : '.';
            rig.Topics.Taken.Clear();
            rig.Advance(59);
            Assert.Empty(rig.Topics.Taken);
            heard = Next(rig, heard);
        }

        Assert.Equal(told, Fold(heard));
    }

    [Theory]
    [InlineData("A", ActionsSuppressedBy.WaitPeriod)]
    [InlineData("SA", ActionsSuppressedBy.Alarm)]
    [InlineData("SAs", ActionsSuppressedBy.ExtensionPeriod)]
    [InlineData("A...", null)]
    [InlineData("nA", ActionsSuppressedBy.WaitPeriod)] // a suppressor that was never in ALARM leaves nothing to extend
    [InlineData("nsA", ActionsSuppressedBy.WaitPeriod)]
    [InlineData("SnA", ActionsSuppressedBy.ExtensionPeriod)] // it went out of ALARM, to whatever state
    [InlineData("SnsA", null)] // and what it does after that makes the period no longer
    [InlineData("Sns.A", ActionsSuppressedBy.WaitPeriod)]
    public void What_holds_back_the_actions_is_told(string happens, ActionsSuppressedBy? by)
    {
        var rig = Begin(2, 2);
        foreach (var each in happens)
        {
            Do(rig, each);
            rig.Advance(50);
        }

        var alarm = rig.CompositeOf("main");
        Assert.Equal(by, alarm.ActionsSuppressedBy);
        Assert.Equal(by is null ? null : $"Actions suppressed by {by.Value.ToWire()}", alarm.ActionsSuppressedReason);
    }

    [Fact]
    public void A_suppressor_needs_both_periods_and_must_exist()
    {
        var rig = new AlarmRig();
        rig.PutIdle("s");
        var plain = new PutCompositeAlarmRequest { AlarmName = "main", AlarmRule = "TRUE", ActionsSuppressor = "s" };
        Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), plain));
        var whole = plain with { ActionsSuppressorWaitPeriod = 1, ActionsSuppressorExtensionPeriod = 1 };
        foreach (var other in new[] { "t", null })
        {
            var request = whole with { ActionsSuppressor = other };
            Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), request));
        }

        rig.Rig.Run(new PutCompositeAlarm(), whole);
        Assert.Equal("ValidationError", rig.Rig.Refused(new DeleteAlarms(), new() { AlarmNames = ["s"] }));
    }

    private static AlarmRig Begin(int wait, int extension)
    {
        var rig = new AlarmRig();
        rig.PutIdle("child", "suppressor");
        rig.Set("child", StateValue.Ok);
        rig.Set("suppressor", StateValue.Ok);
        rig.Rig.Run(new PutCompositeAlarm(), new()
        {
            AlarmName = "main",
            AlarmRule = "ALARM(child)",
            AlarmActions = [AlarmRig.Topic],
            OKActions = [AlarmRig.Topic],
            ActionsSuppressor = "suppressor",
            ActionsSuppressorWaitPeriod = wait * 60,
            ActionsSuppressorExtensionPeriod = extension * 60,
        });
        rig.Advance(1200);
        return rig;
    }

    private static void Do(AlarmRig rig, char what)
    {
        if (what == '.') return;
        rig.Set(
            char.ToLowerInvariant(what) == 'a' ? "child" : "suppressor",
            what == 'n' ? StateValue.InsufficientData : char.IsUpper(what) ? StateValue.Alarm : StateValue.Ok);
    }

    /// <summary>Ends the minute: what timers tell then counts for the next one.</summary>
    private static string Next(AlarmRig rig, string heard)
    {
        rig.Advance(1);
        return rig.Topics.Subjects.SingleOrDefault() is { } subject ? $"{heard}>{subject[0]}" : heard;
    }

    /// <summary>Puts what was told at the end of a minute into the next.</summary>
    private static string Fold(string heard)
    {
        var told = "";
        for (var i = 0; i < heard.Length; i++)
        {
            if (heard[i] == '>')
            {
                told += heard[++i];
                i++;
                continue;
            }

            told += heard[i];
        }

        return told;
    }
}
