using System.Net;
using System.Text;
using System.Text.Json;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>Speaks to the admin API.</summary>
internal static class Admin
{
    /// <summary>Sends a request and reads the JSON of an answer that has the expected status.</summary>
    public static async Task<JsonElement> SendAsync(
        OrreryHost orrery, string method, string path, string? body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var request = new HttpRequestMessage(new(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await orrery.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
