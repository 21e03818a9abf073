using System.Text;
using System.Text.Json;
using Orrery.Host.Admin;

namespace Orrery.Tests.Host;

/// <summary>A JSON text that is wrong is told where and how, in words of its own.</summary>
public sealed class JsonMistakeTests
{
    [Theory]
    [InlineData("""{"load":[]}""", "there is no member 'load' here (line 1)")]
    [InlineData("{\n  \"loads\":\n  [],\r\n \"lo\\u0061d\" :\n [1]}", "there is no member 'load' here (line 4)")]
    [InlineData("""{"loads":[{"x":{"loads":1}}]}""", "there is no member 'x' here (line 1)")]
    [InlineData("""{"loads":[{"name":{"loads":1}}]}""", "$.loads[0].name is not of the kind")]
    [InlineData("""{"loads":[{"rate":{"value":"many"}}]}""", "$.loads[0].rate.value is not of the kind")]
    [InlineData("{\"loads\":\n7}", "$.loads is not of the kind that it has to be (line 2)")]
    [InlineData("[]", "$ is not of the kind that it has to be (line 1)")]
    [InlineData("\"text\"", "$ is not of the kind that it has to be (line 1)")]
    [InlineData("{\"loads\":[\n{]}", "it is no JSON (line 2)")]
    [InlineData("""{"loads":""", "it is no JSON (line 1)")]
    [InlineData("{} {}", "it is no JSON (line 1)")]
    [InlineData("", "it is no JSON (line 1)")]
    public void What_is_wrong_is_told_with_its_place(string text, string told)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var problem = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(bytes, AdminJson.Default.LoadFile));
        Assert.StartsWith(told, JsonMistake.Of(problem, bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_are_not_those_of_the_runtime()
    {
        var bytes = "{\"loads\":7}"u8.ToArray();
        Assert.Equal(
            "$ is not of the kind that it has to be (line 1)",
            JsonMistake.Of(new JsonException("Elsewhere and otherwise.", null, 0, 11), bytes));
        Assert.Equal(
            "there is no member 'loads' here (line 1)",
            JsonMistake.Of(new JsonException("Elsewhere and otherwise.", "$", 0, 9), bytes));
    }
}
