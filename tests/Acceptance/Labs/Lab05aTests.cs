namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab05aTests
{
    private const string Lab = "05a-lifecycle";

    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says()
    {
        await LabRun.ScriptAsync(Lab);
    }
}
