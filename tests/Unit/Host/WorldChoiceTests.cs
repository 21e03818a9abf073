using Orrery.Host.Http;

namespace Orrery.Tests.Host;

public sealed class WorldChoiceTests
{
    [Theory]
    //          path                    host                          header   world     remaining path
    [InlineData("/", "localhost:4566", null, null, "/")]
    [InlineData("/", "localhost:4566", "march", "march", "/")]
    [InlineData("/_world/march", "localhost:4566", null, "march", "/")]
    [InlineData("/_world/march/", "localhost:4566", null, "march", "/")]
    [InlineData("/_world/march/bucket/a%2Fb", "localhost:4566", null, "march", "/bucket/a%2Fb")]
    [InlineData("/_world/march/_orrery/clock", "localhost:4566", "april", "april", "/_orrery/clock")]
    [InlineData("/", "march.world.localhost:4566", null, "march", "/")]
    [InlineData("/x", "MARCH.World.Localhost", null, "march", "/x")]
    [InlineData("/", "bucket.s3.march.world.localhost", null, "march", "/")]
    [InlineData("/", "march.localhost", null, null, "/")]
    [InlineData("/", "world.localhost", null, null, "/")]
    [InlineData("/_worldly", "localhost", null, null, "/_worldly")]
    public void A_request_names_its_world_by_header_path_or_host(
        string path, string host, string? header, string? world, string rest) =>
        Assert.Equal(new WorldChoice(world, rest), WorldChoice.Of(path, host, header));

    [Theory]
    [InlineData("default", true)]
    [InlineData("what-if-2", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("a.b", false)]
    [InlineData("../etc", false)]
    [InlineData("a/b", false)]
    public void A_world_s_name_fits_into_a_host_and_a_file_name(string name, bool isName) =>
        Assert.Equal(isName, WorldNames.IsName(name));

    [Fact]
    public void A_world_s_name_has_at_most_63_characters()
    {
        Assert.True(WorldNames.IsName(new string('a', 63)));
        Assert.False(WorldNames.IsName(new string('a', 64)));
    }
}
