namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab05aTests
{
    private const string Lab = "05a-lifecycle";

    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says()
    {
        await LabRun.ScriptAsync(Lab);
    }

    [Fact]
    public async Task Terraform_builds_the_lab_finds_nothing_to_change_and_takes_it_down() =>
        Assert.Contains("with-a-rule", await LabRun.TerraformAsync(Lab, "bucket"), StringComparison.Ordinal);
}
