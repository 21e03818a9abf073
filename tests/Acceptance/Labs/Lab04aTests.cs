namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab04aTests
{
    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says() =>
        Assert.Contains("CPUCreditBalance", await LabRun.ScriptAsync("04a-long-running"));
}
