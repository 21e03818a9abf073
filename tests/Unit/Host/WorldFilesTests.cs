using Orrery.Host;

namespace Orrery.Tests.Host;

public sealed class WorldFilesTests
{
    [Theory]
    [InlineData("/data", "/home/ada", "/data/orrery/default.orrery")]
    [InlineData("", "/home/ada", "/home/ada/.local/share/orrery/default.orrery")]
    [InlineData("relative", "/home/ada", "/home/ada/.local/share/orrery/default.orrery")]
    public void A_world_s_file_is_where_the_XDG_specification_says(string data, string home, string file)
    {
        var variables = new Dictionary<string, string?> { ["XDG_DATA_HOME"] = data, ["HOME"] = home };
        Assert.Equal(file, WorldFiles.For("default", variables.GetValueOrDefault));
    }
}
