using CsCheck;
using Orrery.Services.CloudWatch.Rules.Alarms;

namespace Orrery.Tests.Unit.Services.CloudWatch.Alarms;

public sealed class AlarmWindowTests
{
    // Source: CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data": the table for an alarm of
    // 3 out of 3. 0 is within the threshold, X is over it, - is missing; columns: missing, ignore, breaching,
    // notBreaching.
    [Theory]
    [InlineData("0-X-X", "Ok", "Ok", "Ok", "Ok")]
    [InlineData("----0", "Ok", "Ok", "Ok", "Ok")]
    [InlineData("-----", "InsufficientData", "Retain", "Alarm", "Ok")]
    [InlineData("0XX-X", "Alarm", "Alarm", "Alarm", "Alarm")]
    [InlineData("--X--", "Alarm", "Retain", "Alarm", "Ok")]
    public void Missing_data_with_three_out_of_three_is_taken_as_documented(
        string points, string missing, string ignore, string breaching, string notBreaching) =>
        Check(points, 3, [missing, ignore, breaching, notBreaching]);

    // The same page: the table for an alarm of 2 out of 3.
    [Theory]
    [InlineData("0-X-X", "Alarm", "Alarm", "Alarm", "Alarm")]
    [InlineData("00X0X", "Alarm", "Alarm", "Alarm", "Alarm")]
    [InlineData("0-X--", "Ok", "Ok", "Alarm", "Ok")]
    [InlineData("----0", "Ok", "Ok", "Alarm", "Ok")]
    [InlineData("---X-", "Alarm", "Retain", "Alarm", "Ok")]
    public void Missing_data_with_two_out_of_three_is_taken_as_documented(
        string points, string missing, string ignore, string breaching, string notBreaching) =>
        Check(points, 2, [missing, ignore, breaching, notBreaching]);

    // The same page, "avoiding premature transitions to alarm state".
    [Theory]
    [InlineData("----X", 3, "Retain")]
    [InlineData("---X-", 3, "Retain")]
    [InlineData("---X0", 3, "Ok")]
    [InlineData("--X-0", 3, "Ok")]
    [InlineData("--X--", 3, "Alarm")]
    [InlineData("--XX-", 3, "Alarm")]
    [InlineData("----X", 2, "Retain")]
    [InlineData("---X-", 2, "Alarm")]
    [InlineData("----X", 1, "Alarm")]
    public void An_alarm_does_not_go_off_before_its_data_points_could_have_been_there(
        string points, int needed, string verdict) =>
        Assert.Equal(verdict, Judge(points, 3, needed, MissingData.Missing).ToString());

    [Theory]
    [InlineData("000X0", 1, "Alarm")]
    [InlineData("X0000", 1, "Ok")]
    [InlineData("0X0XX", 2, "Alarm")]
    [InlineData("0XX00", 2, "Ok")]
    public void Without_missing_data_the_newest_points_count(string points, int needed, string verdict)
    {
        foreach (var missing in Enum.GetValues<MissingData>())
            Assert.Equal(verdict, Judge(points, 3, needed, missing).ToString());
    }

    [Fact]
    public void A_window_that_slides_says_what_one_that_is_filled_anew_says() =>
        Gen.Select(Gen.Char["0X-~"].Array[1, 60], Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[0, 3]).Sample(
            (points, periods, needed, missing) =>
            {
                needed = Math.Min(needed, periods);
                var sliding = new AlarmWindow(periods, needed, (MissingData)missing);
                for (var i = 0; i < points.Length; i++)
                {
                    sliding.Add(StateOf(points[i]));
                    var fresh = new AlarmWindow(periods, needed, (MissingData)missing);
                    foreach (var point in points[Math.Max(0, i + 1 - fresh.Range)..(i + 1)])
                        fresh.Add(StateOf(point));
                    Assert.Equal(fresh.Judge(), sliding.Judge());
                }
            });

    [Fact]
    public void Points_of_too_few_samples_leave_the_state_as_it_is() =>
        Assert.Equal(Verdict.Retain, Judge("000~X", 3, 1, MissingData.Missing));

    private static void Check(string points, int needed, string[] verdicts) => Assert.Equal(
        verdicts,
        new[] { MissingData.Missing, MissingData.Ignore, MissingData.Breaching, MissingData.NotBreaching }
            .Select(missing => Judge(points, 3, needed, missing).ToString()));

    private static Verdict Judge(string points, int periods, int needed, MissingData missing)
    {
        var window = new AlarmWindow(periods, needed, missing);
        foreach (var point in points)
            window.Add(StateOf(point));
        return window.Judge();
    }

    private static PointState StateOf(char point) => point switch
    {
        '0' => PointState.Fine,
        'X' => PointState.Breaching,
        '~' => PointState.Scarce,
        _ => PointState.Missing,
    };
}
