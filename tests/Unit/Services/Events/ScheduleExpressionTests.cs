using System.Globalization;
using CsCheck;
using Orrery.Operations.Schedules;

namespace Orrery.Tests.Unit.Services.Events;

public sealed class ScheduleExpressionTests
{
    // Source: EventBridge User Guide, "Setting a schedule pattern", the examples of cron expressions and wildcards.
    [Theory]
    [InlineData("0 10 * * ? *", "2026-01-01T10:00", "2026-01-02T10:00")]
    [InlineData("15 12 * * ? *", "2026-01-01T00:00", "2026-01-01T12:15")]
    [InlineData("0 18 ? * MON-FRI *", "2026-01-02T18:00", "2026-01-05T18:00")]
    [InlineData("0 8 1 * ? *", "2026-01-01T08:00", "2026-02-01T08:00")]
    [InlineData("0/15 * * * ? *", "2026-01-01T00:01", "2026-01-01T00:15")]
    [InlineData("0/10 * ? * MON-FRI *", "2026-01-02T23:50", "2026-01-05T00:00")]
    [InlineData("0/5 8-17 ? * MON-FRI *", "2026-01-05T17:55", "2026-01-06T08:00")]
    [InlineData("0 0 L * ? *", "2026-02-01T00:00", "2026-02-28T00:00")]
    [InlineData("0 0 3W * ? *", "2026-01-01T00:00", "2026-01-02T00:00")]
    [InlineData("0 0 1W * ? *", "2026-01-31T00:00", "2026-02-02T00:00")]
    [InlineData("0 0 ? * 6L *", "2026-01-01T00:00", "2026-01-30T00:00")]
    [InlineData("0 0 ? * 3#2 *", "2026-01-01T00:00", "2026-01-13T00:00")]
    [InlineData("0 0 29 2 ? *", "2026-01-01T00:00", "2028-02-29T00:00")]
    [InlineData("0 12 1 1 ? 2030", "2026-01-01T00:00", "2030-01-01T12:00")]
    [InlineData("0 12 1 1 ? 2020", "2026-01-01T00:00", null)]
    public void Cron_is_due_as_documented(string cron, string after, string? due) =>
        Assert.Equal(due, CronExpression.Parse(cron)!.After(At(after))?.ToString("yyyy-MM-dd'T'HH:mm",
            CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("rate(1 minute)", true)]
    [InlineData("rate(5 minutes)", true)]
    [InlineData("rate(1 hours)", false)]
    [InlineData("rate(5 hour)", false)]
    [InlineData("rate(0 minutes)", false)]
    [InlineData("rate(1 week)", false)]
    [InlineData("cron(0 10 * * ? *)", true)]
    [InlineData("cron(0 10 * * * *)", false)]
    [InlineData("cron(0 10 ? * ? *)", false)]
    [InlineData("cron(0 10 1 * 2 *)", false)]
    [InlineData("cron(0 10 * * ?)", false)]
    [InlineData("cron(60 10 * * ? *)", false)]
    [InlineData("cron(0 10 * 13 ? *)", false)]
    [InlineData("cron(0 10 ? * 3#6 *)", false)]
    [InlineData("cron(0/0 10 * * ? *)", false)]
    [InlineData("at(2026-01-01T00:00:00)", false)]
    public void Expressions_of_rules_are_valid_or_not(string text, bool valid) =>
        Assert.Equal(valid, ScheduleExpression.OfRule(text) is not null);

    // Source: EventBridge Scheduler User Guide, "Daylight savings time on EventBridge Scheduler".
    [Theory]
    [InlineData("cron(30 2 * * ? *)", "2026-03-28T12:00Z", "2026-03-30T00:30Z")]
    [InlineData("cron(30 2 * * ? *)", "2026-10-24T12:00Z", "2026-10-25T00:30Z")]
    [InlineData("cron(30 2 * * ? *)", "2026-10-25T00:31Z", "2026-10-26T01:30Z")]
    [InlineData("cron(0 9 * * ? *)", "2026-07-01T00:00Z", "2026-07-01T07:00Z")]
    [InlineData("cron(0 9 * * ? *)", "2026-12-01T00:00Z", "2026-12-01T08:00Z")]
    [InlineData("at(2026-07-01T09:00:00)", "2026-01-01T00:00Z", "2026-07-01T07:00Z")]
    public void Clocks_that_change_skip_and_do_not_repeat(string text, string from, string due)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var start = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture);
        Assert.Equal(
            DateTimeOffset.Parse(due, CultureInfo.InvariantCulture),
            ScheduleExpression.OfSchedule(text, zone)!.NextFrom(start, start));
    }

    [Fact]
    public void Cron_is_due_when_a_walk_from_minute_to_minute_finds_it_due() =>
        Gen.Select(Minutes, Hours, Days, Gen.Int[0, 60 * 24 * 59]).Sample(
            (minutes, hours, days, offset) =>
            {
                var cron = $"{minutes} {hours} {days} *";
                var from = new DateTime(2028, 1, 20).AddMinutes(offset);
                Assert.Equal(SlowCron.After(cron, from), CronExpression.Parse(cron)!.After(from));
            },
            iter: 300);

    private static readonly Gen<string> Minutes = Gen.OneOfConst("0", "*/20", "5,50", "10-12", "59");

    private static readonly Gen<string> Hours = Gen.OneOfConst("*", "0", "8-10", "23", "1/7");

    private static readonly Gen<string> Days = Gen.OneOfConst(
        "* * ?", "L * ?", "LW * ?", "1W * ?", "15W * ?", "31W * ?", "1,31 * ?", "? * MON-FRI", "? * 7L", "? * L",
            "? * 2#1", "? * 1#5",
        "? FEB 2", "29 2 ?");

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
