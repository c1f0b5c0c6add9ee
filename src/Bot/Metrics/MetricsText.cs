using System.Globalization;
using System.Text;

namespace Outreach.Bot.Metrics;

/// <summary>Writes Prometheus' text format, version 0.0.4. Names, help and label names are ours and need no escaping; label values are escaped.</summary>
/// <remarks>By hand: the exporters of OpenTelemetry and prometheus-net are not to be had here, and a collector of theirs would show more than may be seen.</remarks>
internal sealed class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    public void Gauge(string name, string help, params IEnumerable<Sample> samples) => Add(name, help, "gauge", samples);

    public void Counter(string name, string help, params IEnumerable<Sample> samples) => Add(name, help, "counter", samples);

    public override string ToString() => _text.ToString();

    private void Add(string name, string help, string type, IEnumerable<Sample> samples)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (value, labels) in samples)
        {
            var inside = string.Join(',', labels.Select(label => $"{label.Name}=\"{Escaped(label.Value)}\""));
            _text.Append(CultureInfo.InvariantCulture, $"{name}{(inside.Length > 0 ? $"{{{inside}}}" : "")} {value}\n");
        }
    }

    private static string Escaped(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
