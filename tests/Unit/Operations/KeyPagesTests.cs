using CsCheck;
using Orrery.Operations.Listing;

namespace Orrery.Tests.Operations;

public sealed class KeyPagesTests
{
    [Fact]
    public void Pages_give_each_thing_once_in_order_up_and_down() =>
        Gen.Select(Gen.Int[0, 40].Array[1, 30], Gen.Int[1, 7], Gen.Bool)
            .Sample((numbers, size, down) =>
            {
                string[] names = [.. numbers.Distinct().Select(n => $"n{n:d2}").Order(StringComparer.Ordinal)];
                if (down) Array.Reverse(names);
                var given = new List<string>();
                string? token = null;
                do
                {
                    var after = token is null ? null : KeyPages.Open(token);
                    var (items, next) = KeyPages.Of(names, name => name, after, size, down);
                    Assert.InRange(items.Count, 1, size);
                    given.AddRange(items);
                    token = next;
                }
                while (token is not null);
                Assert.Equal(names, given);
            });

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("not base64!")]
    public void What_is_no_token_of_ours_is_not_opened(string token) => Assert.Null(KeyPages.Open(token));
}
