using System.Text.Json;
using Orrery.Services.CloudWatch.Operations.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

public sealed class CompositeAlarmTests
{
    // Source: botocore documentation of PutCompositeAlarm, AlarmRule. A, B and C are in ALARM, OK, INSUFFICIENT_DATA.
    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    [InlineData("ALARM(A)", true)]
    [InlineData("ALARM(\"B\")", false)]
    [InlineData("OK(B) AND INSUFFICIENT_DATA(C)", true)]
    [InlineData("OK(A) OR INSUFFICIENT_DATA(B)", false)]
    [InlineData("NOT ALARM(A)", false)]
    [InlineData("ALARM(A) AND NOT ALARM(B)", true)]
    [InlineData("(ALARM(B) OR ALARM(A)) AND OK(B)", true)]
    [InlineData("ALARM(A) OR OK(A) AND OK(C)", true)]
    [InlineData("(ALARM(A) OR OK(A)) AND OK(C)", false)]
    [InlineData("NOT (ALARM(A) AND OK(B))", false)]
    [InlineData("NOT NOT TRUE", true)]
    [InlineData("ALARM(arn:aws:cloudwatch:eu-west-1:123456789012:alarm:A)", true)]
    [InlineData("ALARM(unknown)", false)]
    [InlineData("AT_LEAST(1, ALARM, (A, B, C))", true)]
    [InlineData("AT_LEAST(2, ALARM, (A, B, C))", false)]
    [InlineData("AT_LEAST(2, NOT ALARM, (A, \"B\", C))", true)]
    [InlineData("AT_LEAST(3,NOT ALARM,(A,B,C))", false)]
    [InlineData("AT_LEAST(33%, OK, (A, B, C))", true)]
    [InlineData("AT_LEAST(34%, OK, (A, B, C))", false)]
    [InlineData("AT_LEAST(50%, INSUFFICIENT_DATA, (arn:aws:cloudwatch:eu-west-1:123456789012:alarm:C, B))", true)]
    [InlineData("AT_LEAST(51%, NOT INSUFFICIENT_DATA, (C, B))", false)]
    [InlineData("at_least(100%, not ok, (A, C)) AND NOT AT_LEAST(1, OK, (A, C))", true)]
    public void A_rule_is_true_of_the_states_it_asks_for(string rule, bool holds) => Assert.Equal(
        holds,
        RuleParser.Parse(rule).Holds(name => name switch
        {
            "A" => StateValue.Alarm,
            "B" => StateValue.Ok,
            "C" => StateValue.InsufficientData,
            _ => null,
        }));

    [Theory]
    [InlineData("ALARM")]
    [InlineData("ALARM(")]
    [InlineData("ALARM()")]
    [InlineData("ALARM(A) ALARM(B)")]
    [InlineData("ALARM(A) AND")]
    [InlineData("XOR(A)")]
    [InlineData("(TRUE")]
    [InlineData("TRUE)")]
    [InlineData("ALARM(missing)")]
    [InlineData("AT_LEAST(0, ALARM, (A, B))")]
    [InlineData("AT_LEAST(3, ALARM, (A, B))")]
    [InlineData("AT_LEAST(0%, ALARM, (A, B))")]
    [InlineData("AT_LEAST(101%, ALARM, (A, B))")]
    [InlineData("AT_LEAST(1.5, ALARM, (A, B))")]
    [InlineData("AT_LEAST(-1, ALARM, (A, B))")]
    [InlineData("AT_LEAST(99999999999, ALARM, (A, B))")]
    [InlineData("AT_LEAST(1, TRUE, (A, B))")]
    [InlineData("AT_LEAST(1, ALARM, ())")]
    [InlineData("AT_LEAST(1, ALARM, (A, ))")]
    [InlineData("AT_LEAST(1, ALARM, A, B)")]
    [InlineData("AT_LEAST(1, ALARM, (A, B)")]
    [InlineData("AT_LEAST(1, (A, B))")]
    [InlineData("AT_LEAST(1, ALARM, (A, missing))")]
    [InlineData("ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:a)")]
    public void A_rule_that_cannot_be_followed_is_refused(string rule)
    {
        var rig = new AlarmRig();
        rig.PutIdle("A", "B");
        var request = new PutCompositeAlarmRequest { AlarmName = "all", AlarmRule = rule };
        Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), request));
    }

    [Fact]
    public void A_rule_has_limits()
    {
        var rig = new AlarmRig();
        var names = Enumerable.Range(0, 101).Select(i => $"a{i}").ToArray();
        rig.PutIdle(names);
        string Rule(int count) => string.Join(" OR ", names.Take(count).Select(name => $"ALARM({name})"));
        rig.Composite("most", Rule(100));
        var more = new PutCompositeAlarmRequest { AlarmName = "x", AlarmRule = Rule(101) };
        Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), more));
        var elements = string.Join(" OR ", Enumerable.Repeat("TRUE", 501));
        Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), more with { AlarmRule = elements }));
        string Some(int count) => $"AT_LEAST(1, ALARM, ({string.Join(", ", names.Take(count))}))";
        rig.Composite("most", Some(100));
        Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), more with { AlarmRule = Some(101) }));
        var often = string.Join(" OR ", Enumerable.Repeat(Some(100), 5));
        Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), more with { AlarmRule = often }));
    }

    [Fact]
    public void A_composite_alarm_follows_its_children_in_the_same_instant()
    {
        var rig = new AlarmRig();
        rig.PutIdle("a", "b");
        rig.Composite("both", "ALARM(a) AND ALARM(b)");
        Assert.Equal(StateValue.Ok, rig.CompositeOf("both").StateValue);
        Assert.EndsWith("both was created and its alarm rule evaluates to OK", rig.CompositeOf("both").StateReason);
        rig.Composite("above", "ALARM(both) OR FALSE");
        rig.Topics.Taken.Clear();
        rig.Set("a", StateValue.Alarm);
        Assert.Equal(StateValue.Ok, rig.CompositeOf("both").StateValue);
        rig.Set("b", StateValue.Alarm);
        Assert.Equal(StateValue.Alarm, rig.CompositeOf("both").StateValue);
        Assert.Equal(StateValue.Alarm, rig.CompositeOf("above").StateValue);
        Assert.Equal(
            "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:b transitioned to ALARM at Thursday 01 January, 2026 "
            + "00:00:00 UTC",
            rig.CompositeOf("both").StateReason);
        using var data = JsonDocument.Parse(rig.CompositeOf("both").StateReasonData!);
        Assert.Equal(2, data.RootElement.GetProperty("triggeringAlarms").GetArrayLength());
        Assert.Equal(2, rig.Topics.Taken.Count);
        using var message = JsonDocument.Parse(rig.Topics.Taken[0].Body);
        Assert.Equal(2, message.RootElement.GetProperty("TriggeringChildren").GetArrayLength());
        rig.Set("a", StateValue.Ok);
        Assert.Equal(StateValue.Ok, rig.CompositeOf("above").StateValue);
        Assert.Equal(4, rig.History("above").Count(item => item.HistoryItemType != HistoryItemType.Action));
    }

    [Fact]
    public void What_others_depend_on_cannot_be_deleted()
    {
        var rig = new AlarmRig();
        rig.PutIdle("a", "b", "c");
        rig.Composite("one", "ALARM(a)");
        rig.Composite("two", "ALARM(b)");
        var delete = new DeleteAlarms();
        Assert.Equal("ValidationError", rig.Rig.Refused(delete, new() { AlarmNames = ["a"] }));
        Assert.Equal("ValidationError", rig.Rig.Refused(delete, new() { AlarmNames = ["one", "two"] }));
        Assert.Equal("ResourceNotFound", rig.Rig.Refused(delete, new() { AlarmNames = ["none"] }));
        rig.Rig.Run(delete, new() { AlarmNames = ["a", "one", "none"] });
        rig.Rig.Run(delete, new() { AlarmNames = ["two"] });
        rig.Rig.Run(delete, new() { AlarmNames = ["b", "c"] });
        Assert.Empty(rig.Rig.Run(new DescribeAlarms(), new()).MetricAlarms!);
    }

    [Fact]
    public void A_composite_alarm_follows_how_many_of_its_children_are_in_a_state()
    {
        var rig = new AlarmRig();
        rig.PutIdle("a", "b", "c", "d");
        rig.Composite("half", "AT_LEAST(50%, ALARM, (a, b, c, d))");
        rig.Set("a", StateValue.Alarm);
        Assert.Equal(StateValue.Ok, rig.CompositeOf("half").StateValue);
        rig.Set("d", StateValue.Alarm);
        Assert.Equal(StateValue.Alarm, rig.CompositeOf("half").StateValue);
        Assert.Equal("ValidationError", rig.Rig.Refused(new DeleteAlarms(), new() { AlarmNames = ["c"] }));
        rig.Set("a", StateValue.Ok);
        Assert.Equal(StateValue.Ok, rig.CompositeOf("half").StateValue);
        rig.Composite("quarter", "AT_LEAST(1, ALARM, (half)) OR ALARM(a)");
        rig.Composite("half", "AT_LEAST(1, NOT OK, (quarter))");
        rig.Set("a", StateValue.Alarm);
        Assert.Equal(StateValue.Alarm, rig.CompositeOf("half").StateValue);
        Assert.Equal("ValidationError", rig.Rig.Refused(new DeleteAlarms(), new() { AlarmNames = ["half"] }));
    }

    // Source: botocore documentation of PutCompositeAlarm and DeleteAlarms: circles can be made, are not followed, and
    // are broken by changing a rule.
    [Fact]
    public void A_circle_of_alarms_ends_and_can_be_broken()
    {
        var rig = new AlarmRig();
        rig.PutIdle("a");
        rig.Composite("one", "ALARM(a)");
        rig.Composite("two", "ALARM(one)");
        rig.Composite("one", "ALARM(a) OR ALARM(two)");
        rig.Set("a", StateValue.Alarm);
        Assert.Equal(StateValue.Alarm, rig.CompositeOf("two").StateValue);
        Assert.Equal("ValidationError", rig.Rig.Refused(new DeleteAlarms(), new() { AlarmNames = ["two"] }));
        rig.Composite("one", "FALSE");
        Assert.Equal(StateValue.Ok, rig.CompositeOf("two").StateValue);
        rig.Rig.Run(new DeleteAlarms(), new() { AlarmNames = ["two"] });
    }

    [Fact]
    public void A_composite_alarm_may_not_act_on_instances()
    {
        var rig = new AlarmRig();
        Assert.Equal("ValidationError", rig.Rig.Refused(new PutCompositeAlarm(), new()
        {
            AlarmName = "x", AlarmRule = "TRUE", AlarmActions = [AlarmRig.Stop],
        }));
    }
}
