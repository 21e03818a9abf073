using System.Globalization;
using CsCheck;
using Orrery.Engines.Scaling.Schedules;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>EC2 Auto Scaling User Guide, "Scheduled scaling"; crontab(5).</summary>
public sealed class ScheduleTests
{
    private const string Format = "yyyy-MM-dd'T'HH:mm'Z'";

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeZoneInfo[] Zones =
    [
        TimeZoneInfo.Utc, NewYork, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"),
    ];

    private static readonly Gen<string> Expressions = Gen.Select(
        Gen.OneOfConst("0", "30", "*/20", "5,45", "10-12"), Gen.OneOfConst("*", "1", "2", "3", "1-2", "*/6", "2,14"),
        Gen.OneOfConst("*", "1", "8,29", "31"), Gen.OneOfConst("*", "3", "10,11", "APR"),
        Gen.OneOfConst("*", "0", "SUN", "1-5", "7"),
        (minute, hour, day, month, weekday) => $"{minute} {hour} {day} {month} {weekday}");

    // Expression, zone, after, next: 2026 has clocks go forward on March 8 and back on November 1 in New York.
    [Theory]
    [InlineData("30 0 1 1,6,12 *", "Etc/UTC", "2026-01-01T00:30Z", "2026-06-01T00:30Z")] // the guide's own
    [InlineData("0 9 * * 1-5", "Etc/UTC", "2026-03-06T09:00Z", "2026-03-09T09:00Z")]
    [InlineData("0 9 * * *", "America/New_York", "2026-03-07T15:00Z", "2026-03-08T13:00Z")] // at -5, then at -4
    [InlineData("0 9 * * *", "America/New_York", "2026-10-31T14:00Z", "2026-11-01T14:00Z")]
    [InlineData("30 2 * * *", "America/New_York", "2026-03-08T00:00Z", "2026-03-08T07:00Z")] // left out: when it ends
    [InlineData("30 2 * * *", "America/New_York", "2026-03-08T07:00Z", "2026-03-09T06:30Z")]
    [InlineData("30 1 * * *", "America/New_York", "2026-11-01T00:00Z", "2026-11-01T05:30Z")] // repeated: the first
    [InlineData("30 1 * * *", "America/New_York", "2026-11-01T05:30Z", "2026-11-02T06:30Z")]
    [InlineData("30 * * * *", "America/New_York", "2026-11-01T05:30Z", "2026-11-01T06:30Z")] // at intervals: both
    [InlineData("30 * * * *", "America/New_York", "2026-03-08T06:30Z", "2026-03-08T07:30Z")]
    [InlineData("0 0 13 * 5", "Etc/UTC", "2026-03-13T00:00Z", "2026-03-20T00:00Z")] // either day
    [InlineData("0 0 29 2 *", "Etc/UTC", "2026-03-01T00:00Z", "2028-02-29T00:00Z")]
    [InlineData("0 0 31 2 *", "Etc/UTC", "2026-03-01T00:00Z", null)]
    public void Cron_follows_the_clock_on_the_wall(string text, string zone, string after, string? next)
    {
        var found = ZonedCron.After(Cron.Parse(text)!, TimeZoneInfo.FindSystemTimeZoneById(zone), At(after));
        Assert.Equal(next is null ? null : At(next), found);
    }

    [Theory]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("a * * * *")]
    [InlineData("* * * * * *")]
    public void What_is_no_cron_expression_is_refused(string text) => Assert.Null(Cron.Parse(text));

    [Fact]
    public void The_next_time_is_that_of_a_look_at_every_minute() =>
        Gen.Select(Expressions, Gen.OneOfConst(Zones), Gen.Int[-2000, 2000], Gen.Int[0, 3]).Sample(drawn =>
        {
            var (text, zone, minutes, change) = drawn;
            var cron = Cron.Parse(text)!;
            string[] changes = ["2026-03-08T07:00Z", "2026-11-01T06:00Z", "2026-03-29T01:00Z", "2026-04-04T15:00Z"];
            var after = At(changes[change]).AddMinutes(minutes);
            var expected = Slow(cron, zone, after);
            var found = ZonedCron.After(cron, zone, after);
            if (expected is null) Assert.False(found <= after.AddDays(3));
            else Assert.Equal(expected, found);
        }, iter: 300);

    [Fact]
    public void A_start_is_the_first_run_and_an_end_the_last()
    {
        var (start, end) = (At("2026-03-01T10:30Z"), At("2026-03-02T12:00Z"));
        var action = new ScheduledAction("a", start, end, Cron.Parse("0 12 * * *"), TimeZoneInfo.Utc, Desired: 3);
        var due = ScheduleRules.DueBetween([action], At("2026-02-01T00:00Z"), At("2026-04-01T00:00Z"));
        Assert.Equal(["2026-03-01T10:30Z", "2026-03-01T12:00Z", "2026-03-02T12:00Z"], due.Select(d => Say(d.At)));
        var last = ScheduleRules.LastBetween(action, At("2026-02-01T00:00Z"), At("2026-03-02T11:00Z"));
        Assert.Equal(At("2026-03-01T12:00Z"), last);
        Assert.False(ScheduleRules.IsOver(action, At("2026-03-02T11:59Z")));
        Assert.True(ScheduleRules.IsOver(action, At("2026-03-02T12:00Z")));
        var once = action with { Recurrence = null };
        Assert.Null(ScheduleRules.NextAfter(once, At("2026-03-01T10:30Z")));
    }

    [Fact]
    public void Two_actions_cannot_run_at_one_time_and_others_keep_their_order()
    {
        var now = At("2026-03-01T00:00Z");
        var daily = new ScheduledAction("daily", null, null, Cron.Parse("0 12 * * *"), TimeZoneInfo.Utc, Desired: 3);
        var once = new ScheduledAction("once", At("2026-03-01T12:00Z"), null, null, TimeZoneInfo.Utc, Desired: 5);
        Assert.Equal("daily", ScheduleRules.Conflict([daily], once, now)?.Name);
        Assert.Null(ScheduleRules.Conflict([daily], once with { Start = At("2026-03-01T12:01Z") }, now));
        Assert.Null(ScheduleRules.Conflict([once], once with { Desired = 6 }, now));
        var due = ScheduleRules.DueBetween([once, daily], now, At("2026-03-02T12:00Z"));
        Assert.Equal(["once", "daily", "daily"], due.Select(d => d.Action.Name));
    }

    // Min, max and desired of the action; those of the group; what becomes of them.
    [Theory]
    [InlineData("- - 3", "1 5 2", "1 5 3")]
    [InlineData("4 - -", "1 5 2", "4 5 4")]
    [InlineData("- 2 -", "1 5 4", "1 2 2")]
    [InlineData("0 0 0", "1 5 4", "0 0 0")]
    [InlineData("2 9 7", "1 5 4", "2 9 7")]
    [InlineData("- - 9", "1 5 4", "1 5 5")]
    [InlineData("6 - -", "1 5 4", "refused")]
    [InlineData("-5 - -2", "1 5 4", "refused")]
    [InlineData("- -1 -", "0 5 4", "refused")]
    [InlineData("- - -1", "0 5 4", "refused")]
    public void An_action_sets_what_it_names(string action, string group, string becomes)
    {
        var set = action.Split(' ').Select(p => p == "-" ? (int?)null : int.Parse(p, null)).ToArray();
        var had = group.Split(' ').Select(p => int.Parse(p, null)).ToArray();
        var outcome = ScheduleRules.Apply(
            new("a", null, null, null, TimeZoneInfo.Utc, set[0], set[1], set[2]), new(had[0], had[1]), had[2]);
        var now = $"{outcome.Limits.Min} {outcome.Limits.Max} {outcome.Decision.To}";
        Assert.Equal(becomes, outcome.IsRefused ? "refused" : now);
        if (outcome.IsRefused) Assert.Equal(group, now);
    }

    // Looks at each minute of three days, as a clock on a wall would show it.
    private static DateTimeOffset? Slow(Cron cron, TimeZoneInfo zone, DateTimeOffset after)
    {
        for (var at = after.AddMinutes(1); at <= after.AddDays(3); at = at.AddMinutes(1))
        {
            var (now, before) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(at.AddMinutes(-1), zone));
            var isSecond = zone.IsAmbiguousTime(now) && now.Offset == zone.GetAmbiguousTimeOffsets(now).Min();
            if (cron.Has(now.DateTime) && (cron.IsInterval || !isSecond)) return at;
            if (cron.IsInterval) continue;
            for (var skipped = before.DateTime.AddMinutes(1); skipped < now.DateTime; skipped = skipped.AddMinutes(1))
                if (cron.Has(skipped))
                    return at;
        }

        return null;
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Say(DateTimeOffset at) => at.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
