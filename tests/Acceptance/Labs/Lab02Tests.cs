namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab02Tests
{
    private const string Lab = "02-vpc-peering";

    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says() =>
        Assert.Contains("blackhole", await LabRun.ScriptAsync(Lab));

    [Fact]
    public async Task Terraform_builds_the_lab_finds_nothing_to_change_and_takes_it_down() =>
        Assert.Contains("true", await LabRun.TerraformAsync(Lab, "a_reaches_b"));
}
