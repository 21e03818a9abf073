using System.Globalization;
using System.Text;
using System.Text.Json;
using Orrery.Tests.Acceptance.Host;

namespace Orrery.Tests.Acceptance.Messaging;

/// <summary>Speaks to services as clients do, without the weight of one.</summary>
internal sealed class Speaker(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http =
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = endpoint, Timeout = TimeSpan.FromSeconds(60) };

    public void Dispose() => _http.Dispose();

    /// <summary>An operation of a JSON protocol.</summary>
    public Task<JsonElement> JsonAsync(string service, string target, string body) =>
        JsonAsync(Requests.Of("POST", "/", service, "application/x-amz-json-1.1", Encoding.UTF8.GetBytes(body))
            .For(target));

    /// <summary>An operation of REST and JSON, or of the admin API.</summary>
    public Task<JsonElement> RestAsync(string method, string path, string service, string? body = null) =>
        JsonAsync(Requests.Of(
            method, path, service, "application/json", body is null ? null : Encoding.UTF8.GetBytes(body)));

    /// <summary>An operation of SNS, and the text of an element of its answer.</summary>
    public async Task<string> TopicsAsync(string action, string element, params (string Name, string Value)[] values)
    {
        var text = await FormAsync("sns", $"Action={action}&Version=2010-03-31", values);
        return text.Split($"<{element}>") is [_, var rest, ..] ? rest.Split('<')[0] : "";
    }

    /// <summary>A role that a service may assume, and that may do one thing.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> RoleAsync(string name, string service, string action)
    {
        const string Version = "&Version=2010-05-08";
        await FormAsync(
            "iam", "Action=CreateRole" + Version, ("RoleName", name), ("AssumeRolePolicyDocument", $$"""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"{{service}}"},
                 "Action":"sts:AssumeRole"} }
                """));
        await FormAsync(
            "iam", "Action=PutRolePolicy" + Version, ("RoleName", name), ("PolicyName", "own"), ("PolicyDocument", $$"""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"{{action}}","Resource":"*"} }
                """));
        return $"arn:aws:iam::123456789012:role/{name}";
    }

    /// <summary>What time it is in the world.</summary>
    public async Task<DateTimeOffset> NowAsync() =>
        (await RestAsync("GET", "/_orrery/clock", "orrery")).GetProperty("now").GetDateTimeOffset();

    /// <summary>A queue that lets in what topics and rules deliver.</summary>
    /// <returns>Its URL; its ARN is <see cref="QueueArn"/>.</returns>
    public async Task<string> QueueAsync(string name)
    {
        const string Policy = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*",
             "Principal":{"Service":["sns.amazonaws.com","events.amazonaws.com"]} } }
            """;
        var attribute = JsonEncodedText.Encode(Policy);
        var answer = await JsonAsync("sqs", "AmazonSQS.CreateQueue", $$"""
            {"QueueName": "{{name}}", "Attributes": {"Policy": "{{attribute}}"} }
            """);
        return answer.GetProperty("QueueUrl").GetString()!;
    }

    /// <summary>The ARN of a queue of that name.</summary>
    public static string QueueArn(string name) => $"arn:aws:sqs:us-east-1:123456789012:{name}";

    /// <summary>The bodies of all messages of a queue.</summary>
    public async Task<List<string>> BodiesAsync(string url)
    {
        var bodies = new List<string>();
        while (true)
        {
            var answer = await JsonAsync("sqs", "AmazonSQS.ReceiveMessage", $$"""
                {"QueueUrl": "{{url}}", "MaxNumberOfMessages": 10, "VisibilityTimeout": 43200}
                """);
            if (!answer.TryGetProperty("Messages", out var messages) || messages.GetArrayLength() == 0) return bodies;
            bodies.AddRange(messages.EnumerateArray().Select(m => m.GetProperty("Body").GetString()!));
        }
    }

    /// <summary>The sum of a metric that has values of 1, around an instant.</summary>
    public async Task<int> SumAsync(string ns, string metric, DateTimeOffset at)
    {
        var (from, to) = (at.AddHours(-2).ToUnixTimeSeconds(), at.AddHours(2).ToUnixTimeSeconds());
        var answer = await JsonAsync("monitoring", "GraniteServiceVersion20100801.GetMetricStatistics", $$"""
            {"Namespace": "{{ns}}", "MetricName": "{{metric}}", "Period": 3600, "Statistics": ["Sum"],
             "StartTime": {{from.ToString(CultureInfo.InvariantCulture)}},
             "EndTime": {{to.ToString(CultureInfo.InvariantCulture)}}}
            """);
        return (int)answer.GetProperty("Datapoints").EnumerateArray().Sum(p => p.GetProperty("Sum").GetDouble());
    }

    private async Task<JsonElement> JsonAsync(HttpRequestMessage request)
    {
        var text = await SendAsync(request);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private Task<string> FormAsync(string service, string begin, params (string Name, string Value)[] values) =>
        SendAsync(Requests.Form(
            service, begin + string.Concat(values.Select(v => $"&{v.Name}={Uri.EscapeDataString(v.Value)}"))));

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {text}");
        return text;
    }
}
