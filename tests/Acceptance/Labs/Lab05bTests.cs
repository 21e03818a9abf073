namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab05bTests
{
    private const string Lab = "05b-spot";

    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says()
    {
        var said = await LabRun.ScriptAsync(Lab);
        Assert.Contains("EC2 Spot Instance Interruption Warning", said);
        Assert.Matches(@"total +[\d.]+ +[\d.]+ +[\d.]+ +\d+ %", said);
    }

    [Fact]
    public async Task Terraform_builds_the_lab_finds_nothing_to_change_and_takes_it_down()
    {
        Assert.Contains("4", await LabRun.TerraformAsync(Lab, "fulfilled"));
    }
}
