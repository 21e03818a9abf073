using System.Text;
using CsCheck;
using Orrery.Kernel.State;

namespace Orrery.Tests.Kernel.State;

public sealed class RecordJsonTests
{
    [Fact]
    public void What_a_record_says_is_read_as_it_was_written_whatever_it_says()
    {
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["\"\\'<>&+\u0000\n\u007F\u2028é\uFFFD"]), 0, 40].Sample(text =>
        {
            // Half of a pair is no text; JSON has a mark for it.
            var told = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var note = new NoteRecord(new("n"), told);
            var json = RecordJson.Of(note, TestJson.Default.NoteRecord);
            Assert.Equal(note, System.Text.Json.JsonSerializer.Deserialize(json, TestJson.Default.NoteRecord));
        });
    }

    [Fact]
    public void Quotes_and_marks_of_pages_are_written_as_JSON_asks()
    {
        var json = RecordJson.Of(new NoteRecord(new("n"), "{\"a\":\"<b> & 'c' é\"}"), TestJson.Default.NoteRecord);
        Assert.Contains("""{\"a\":\"<b> & 'c' é\"}""", Encoding.UTF8.GetString(json));
    }
}
