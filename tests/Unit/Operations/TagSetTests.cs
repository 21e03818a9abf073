using Orrery.Core;
using Orrery.Operations.Tagging;

namespace Orrery.Tests.Operations;

public sealed class TagSetTests
{
    [Fact]
    public void Tags_are_added_and_changed_up_to_fifty_and_none_of_AWS()
    {
        var fifty = Put([], Enumerable.Range(0, 50).Select(i => $"k{i}"));
        Assert.Equal(50, fifty.Count);
        Assert.Equal(fifty, Put(fifty, ["k7"]));
        Assert.Equal("many", Assert.Throws<ServiceException>(() => Put(fifty, ["another"])).Code);
        Assert.Equal("reserved", Assert.Throws<ServiceException>(() => Put([], ["AWS:x"])).Code);
        Assert.False(TagSet.IsReserved("awsome"));
    }

    private static IReadOnlyDictionary<string, string> Put(
        IEnumerable<KeyValuePair<string, string>> tags, IEnumerable<string> keys) =>
        TagSet.With(
            tags, keys.Select(key => KeyValuePair.Create(key, "v")), key => new("reserved", key),
            () => new("many", "too many"));
}
