namespace Orrery.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void The_house_stands() => Assert.True(typeof(PlaceholderTests).IsSealed);
}
