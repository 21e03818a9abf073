using System.Text;

namespace Orrery.Wire.Requests;

/// <summary>Finds single fields in a form body without parsing all of it.</summary>
internal static class FormScan
{
    /// <summary>The first value of a field whose name needs no escapes, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> form, ReadOnlySpan<byte> name)
    {
        while (!form.IsEmpty)
        {
            var end = form.IndexOf((byte)'&');
            var pair = end < 0 ? form : form[..end];
            if (pair.Length > name.Length && pair[name.Length] == (byte)'=' && pair.StartsWith(name))
            {
                var value = pair[(name.Length + 1)..];
                var text = Encoding.UTF8.GetString(value);
                return value.ContainsAny((byte)'%', (byte)'+') ? Percent.Decode(text, plusIsSpace: true) : text;
            }
            form = end < 0 ? [] : form[(end + 1)..];
        }
        return null;
    }
}
