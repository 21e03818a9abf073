using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Distilling;

/// <summary>Writes a model as JSON with one line an entry: small, and differences read well.</summary>
internal static class ModelText
{
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The model's text.</summary>
    public static string Format(JsonObject model)
    {
        var text = new StringBuilder("{\n");
        var sections = model.ToList();
        for (var i = 0; i < sections.Count; i++)
        {
            var (name, section) = sections[i];
            text.Append(JsonSerializer.Serialize(name, Plain)).Append(": ");
            if (name == "metadata") text.Append(section!.ToJsonString(Plain));
            else Entries(text, section!.AsObject());
            text.Append(i + 1 < sections.Count ? ",\n" : "\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void Entries(StringBuilder text, JsonObject section)
    {
        text.Append("{\n");
        var entries = section.ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(JsonSerializer.Serialize(entries[i].Key, Plain)).Append(": ");
            text.Append(entries[i].Value!.ToJsonString(Plain)).Append(i + 1 < entries.Count ? ",\n" : "\n");
        }

        text.Append('}');
    }
}
