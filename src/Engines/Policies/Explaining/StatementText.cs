using System.Text;
using System.Text.Json;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Explaining;

/// <summary>Statements in words and in JSON.</summary>
internal static class StatementText
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Which statement it is: Sid, line and policy.</summary>
    public static string NameOf(Rule rule)
    {
        var sid = string.IsNullOrEmpty(rule.Statement.Sid) ? $"{rule.Statement.Index + 1}" : rule.Statement.Sid;
        var source = rule.Policy.Source is null ? "" : $" ({rule.Policy.Source})";
        return $"statement {sid}, line {rule.Statement.Line}, of {rule.Policy.Name}{source}";
    }

    /// <summary>A policy of the one statement that allows just this.</summary>
    public static string Allowing(in AccessRequest request, PolicyKind kind)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("Version", "2012-10-17");
            writer.WriteStartArray("Statement");
            writer.WriteStartObject();
            writer.WriteString("Effect", "Allow");
            if (kind is PolicyKind.Resource or PolicyKind.Trust or PolicyKind.Key) Principal(writer, request.Requester);
            if (kind is PolicyKind.Endpoint or PolicyKind.ResourceControl) writer.WriteString("Principal", "*");
            writer.WriteString("Action", request.Action.Text);
            if (kind is not PolicyKind.Trust) writer.WriteString("Resource", Literal(request.Resource.Text));
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    // A resource's name may itself hold what is a wildcard or a variable in a policy; an ARN that ends in a star for
    // its name stands for all of its type.
    private static string Literal(string resource)
    {
        var all = resource == "*" || resource.EndsWith("/*", StringComparison.Ordinal)
            || resource.EndsWith(":*", StringComparison.Ordinal);
        var text = new StringBuilder();
        foreach (var c in all ? resource[..^1] : resource) text.Append(c is '*' or '?' or '$' ? $"${{{c}}}" : $"{c}");
        return text.Append(all ? "*" : "").ToString();
    }

    private static void Principal(Utf8JsonWriter writer, Requester requester)
    {
        if (requester.Kind == RequesterKind.Anonymous)
        {
            writer.WriteString("Principal", "*");
            return;
        }

        writer.WriteStartObject("Principal");
        writer.WriteString(
            requester.Kind switch
            {
                RequesterKind.Service => "Service",
                RequesterKind.Federated => "Federated",
                _ => "AWS",
            },
            requester.Kind == RequesterKind.RoleSession && requester.IssuerArn is { } role ? role : requester.Arn);
        writer.WriteEndObject();
    }
}
