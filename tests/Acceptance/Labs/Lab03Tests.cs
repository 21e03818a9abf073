namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab03Tests
{
    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says()
    {
        var said = await LabRun.ScriptAsync("03-auto-scaling");
        Assert.Contains("off-hours scaling saves 64", said);
        Assert.Contains("TargetTracking-lab03-tracking-AlarmHigh", said);
        Assert.Contains("forecast: forecasts and scales, target 70", said);
    }
}
