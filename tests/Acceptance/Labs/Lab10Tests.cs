namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab10Tests
{
    private const string Lab = "10-transit-gateway";

    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says()
    {
        Assert.Contains("blackhole", await LabRun.ScriptAsync(Lab));
    }

    [Fact]
    public async Task Terraform_builds_the_lab_finds_nothing_to_change_and_takes_it_down()
    {
        var reaches = await LabRun.TerraformAsync(Lab, "reaches");
        Assert.Matches("\"?orders_to_shared\"?\\W+true", reaches);
        Assert.Matches("\"?development_to_shared\"?\\W+true", reaches);
        Assert.Matches("\"?development_to_orders\"?\\W+false", reaches);
    }
}
