using System.Text.Json;
using Orrery.Operations;

namespace Orrery.Tests.Operations;

public sealed class JsonTextsTests
{
    [Fact]
    public void A_text_is_escaped_as_JSON_asks_for_and_no_further() =>
        Assert.Equal(
            """{"a":"<\"é\n"}""", JsonTexts.Object(static json => json.WriteString("a", "<\"é\n")));

    [Fact]
    public void A_text_may_be_written_while_another_is() =>
        Assert.Equal("""{"outer":{"inner":[1,2]},"after":true}""", JsonTexts.Object(json =>
        {
            json.WritePropertyName("outer");
            json.WriteRawValue(JsonTexts.Object(inner =>
            {
                inner.WriteStartArray("inner");
                inner.WriteNumberValue(1);
                inner.WriteNumberValue(2);
                inner.WriteEndArray();
            }));
            json.WriteBoolean("after", true);
        }));

    [Fact]
    public void What_failed_half_way_leaves_nothing_in_the_next_text()
    {
        Assert.Throws<InvalidOperationException>(() => JsonTexts.Object(json =>
        {
            json.WriteString("half", new string('x', 5000));
            throw new InvalidOperationException();
        }));
        Assert.Equal("[]", JsonTexts.Of(static json =>
        {
            json.WriteStartArray();
            json.WriteEndArray();
        }));
    }

    [Fact]
    public void Long_texts_come_out_whole()
    {
        var whole = new string('a', 1_000_000);
        using var text = JsonDocument.Parse(JsonTexts.Object(json => json.WriteString("long", whole)));
        Assert.Equal(whole, text.RootElement.GetProperty("long").GetString());
    }
}
